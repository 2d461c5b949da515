// The events of a call as a person can read them: audio shortened, and the same again counted.

import { millisOfBase64 } from "./pcm.js";

const MOST = 5_000; // rows
const AUDIO = new Set(["audio", "delta"]);

/** An event whose audio is told by its length. */
export function shorten(event) {
  return JSON.parse(JSON.stringify(event), (key, value) => {
    const isAudio =
      AUDIO.has(key) &&
      typeof value === "string" &&
      (event.type.includes("audio.delta") || event.type.endsWith("buffer.append") || key === "audio");
    return isAudio ? `(${millisOfBase64(value.length)} ms of audio)` : value;
  });
}

/** Whether an event is one of the many that only carry audio. */
export function carriesAudio(type) {
  return type === "input_audio_buffer.append" || type === "response.output_audio.delta";
}

/** The rows of the log; oldest first. */
export class Log {
  rows = [];
  #count = 0;

  /** An event that went `out` or came `in`, at this time in seconds. Returns its row, new or not. */
  add(direction, event, time) {
    const last = this.rows.at(-1);
    const one = shorten(event);
    if (last?.type === event.type && last.direction === direction && carriesAudio(event.type)) {
      last.count++;
      last.event = one;
      return last;
    }
    const text = JSON.stringify(one).toLowerCase();
    const { type } = event;
    const row = { number: ++this.#count, direction, type, time, count: 1, event: one, text };
    this.rows.push(row);
    if (this.rows.length > MOST) {
      this.rows.shift();
    }
    return row;
  }

  clear() {
    this.rows = [];
  }

  /** All rows as lines of JSON. */
  lines() {
    return this.rows
      .map(({ time, direction, count, event }) => JSON.stringify({ time, direction, count, event }))
      .join("\n");
  }
}

/** Whether a row is wanted: its text has all words of the filter, and audio is if asked. */
export function matches(row, words, withAudio) {
  if (carriesAudio(row.type) && !withAudio) {
    return false;
  }
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => row.text.includes(word));
}

/** What a row is about, in a few words. */
export function gist({ event, count }) {
  const times = count > 1 ? `${count} times, last ` : "";
  const said =
    event.error?.message ??
    event.transcript ??
    event.delta ??
    event.audio ??
    event.response?.status ??
    event.item?.type ??
    event.arguments ??
    "";
  return times + String(said);
}
