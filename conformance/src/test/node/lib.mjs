// What the scenarios share: the server's address, frames on record, what a caller sounds like.
import { appendFileSync } from 'node:fs';

export const MODEL = 'parley';
export const KEY = process.env.PARLEY_KEY ?? 'unused';
export const URL_HTTP = process.env.PARLEY_URL;
export const URL_WS = `${URL_HTTP.replace(/^http/, 'ws')}/realtime?model=${MODEL}`;

/** Puts a frame on record. */
export function record(from, text) {
  if (process.env.PARLEY_FRAMES) {
    appendFileSync(process.env.PARLEY_FRAMES, `${JSON.stringify({ from, frame: JSON.parse(text) })}\n`);
  }
}

/** Keeps events and lets a scenario wait for them, past ones included. */
export class Heard {
  #events = [];
  #waiting = [];

  add(event) {
    this.#events.push(event);
    this.#waiting = this.#waiting.filter((look) => !look());
  }

  /** Waits until this gives something, and gives that. */
  async until(find) {
    return new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (found) {
          resolve(found);
        }
        return Boolean(found);
      };
      if (!look()) {
        this.#waiting.push(look);
      }
    });
  }

  /** The n-th event of a type, counted from 1. */
  async nth(type, n = 1) {
    return this.until(() => this.all(type)[n - 1]);
  }

  /** The audio delta with which so much of a reply, in PCM at 24 kHz, is there. */
  async audio(ms) {
    return this.until(() => {
      let bytes = 0;
      return this.all('response.output_audio.delta').find((event) => {
        bytes += Buffer.from(event.delta, 'base64').length;
        return bytes >= 48 * ms;
      });
    });
  }

  all(type) {
    return this.#events.filter((event) => event.type === type);
  }
}

/** A buzz with the pitch and the harmonics of a voice, as 16-bit PCM at 24 kHz. */
export function voice(ms) {
  return sound(ms, (i) => {
    const phase = (2 * Math.PI * (120 + 10 * Math.sin((i * 5.3) / 24_000)) * i) / 24_000;
    let value = 300 * gaussian();
    for (let k = 1; k <= 20; k++) {
      value += (3_000 / k) * Math.sin(k * phase);
    }
    return value;
  });
}

/** A quiet room, as 16-bit PCM at 24 kHz. */
export function room(ms) {
  return sound(ms, () => 8 * gaussian());
}

function gaussian() {
  return Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
}

function sound(ms, sample) {
  const pcm = Buffer.alloc(48 * ms);
  for (let i = 0; i < 24 * ms; i++) {
    pcm.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(sample(i)))), 2 * i);
  }
  return pcm;
}

/** Audio in frames of 20 ms. */
export function* frames(...sounds) {
  for (const all of sounds) {
    for (let at = 0; at < all.length; at += 960) {
      yield all.subarray(at, at + 960);
    }
  }
}
