// What was said, by whom, and how much of it was heard.

/** What was said in a call, in its order. */
export class Transcript {
  entries = [];
  #byId = new Map();
  #changed;

  /**
   * @param changed hears of an entry that is new or knows more
   */
  constructor(changed) {
    this.#changed = changed;
  }

  #entry(id, role) {
    let entry = this.#byId.get(id);
    if (!entry) {
      entry = { id, role, pieces: [], receivedMs: 0, playedMs: 0, cut: false, done: false };
      this.#byId.set(id, entry);
      this.entries.push(entry);
    }
    return entry;
  }

  /** A mark in the conversation that is nobody's words. */
  note(text) {
    const entry = this.#entry(`note_${this.entries.length}`, "note");
    this.#put(entry, text);
  }

  /** The server said something. */
  event(event) {
    switch (event.type) {
      case "input_audio_buffer.speech_started":
        this.#changed(this.#entry(event.item_id, "caller"));
        break;
      case "input_audio_buffer.committed":
        this.#changed(Object.assign(this.#entry(event.item_id, "caller"), { done: true }));
        break;
      case "conversation.item.added":
        this.#added(event.item);
        break;
      case "conversation.item.input_audio_transcription.delta":
        this.#piece(this.#entry(event.item_id, "caller"), event.delta);
        break;
      case "conversation.item.input_audio_transcription.completed":
        this.#put(this.#entry(event.item_id, "caller"), event.transcript);
        break;
      case "conversation.item.input_audio_transcription.failed":
        this.#changed(Object.assign(this.#entry(event.item_id, "caller"), { unwritten: true }));
        break;
      case "response.output_audio.delta": {
        const entry = this.#entry(event.item_id, "agent");
        entry.receivedMs += (event.delta.length * 3) / 4 / 48;
        break;
      }
      case "response.output_audio_transcript.delta":
        this.#piece(this.#entry(event.item_id, "agent"), event.delta);
        break;
      case "response.output_text.delta":
        this.#piece(Object.assign(this.#entry(event.item_id, "agent"), { written: true }), event.delta);
        break;
      case "response.function_call_arguments.done": {
        const entry = this.#entry(event.item_id, "tool");
        Object.assign(entry, { name: event.name, input: event.arguments, callId: event.call_id });
        this.#changed(entry);
        break;
      }
      case "response.output_item.done":
        this.#done(event.item);
        break;
    }
  }

  #added(item) {
    if (item.type === "message" && item.role !== "assistant") {
      const typed = item.content.find((part) => part.type === "input_text");
      if (typed) {
        this.#put(this.#entry(item.id, item.role === "system" ? "event" : "caller"), typed.text);
      }
    } else if (item.type === "function_call_output") {
      const call = this.entries.find((entry) => entry.callId === item.call_id);
      if (call) {
        this.#changed(Object.assign(call, { output: item.output, done: true }));
      }
    }
  }

  #done(item) {
    const entry = this.#byId.get(item.id);
    if (entry && entry.role === "agent") {
      this.#changed(Object.assign(entry, { done: true }));
    }
  }

  #piece(entry, text) {
    const last = entry.pieces.at(-1);
    if (last && last.ms === entry.receivedMs) {
      last.text += text;
    } else {
      entry.pieces.push({ text, ms: entry.receivedMs });
    }
    this.#changed(entry);
  }

  #put(entry, text) {
    entry.pieces = [{ text, ms: 0 }];
    entry.done = true;
    this.#changed(entry);
  }

  /** So much of an item was played. */
  played(itemId, playedMs) {
    const entry = this.#byId.get(itemId);
    if (entry && playedMs > entry.playedMs) {
      entry.playedMs = playedMs;
      this.#changed(entry);
    }
  }

  /** An item was cut here; nothing behind it is heard any more. */
  cut(itemId, playedMs) {
    const entry = this.#byId.get(itemId);
    if (entry) {
      this.#changed(Object.assign(entry, { playedMs, cut: true }));
    }
  }
}

/** The text of an entry, all of it. */
export function textOf(entry) {
  return entry.pieces.map((piece) => piece.text).join("");
}

/**
 * The words of a reply that were heard, and those that were not (yet). Each piece of text belongs to
 * the audio beside which it came; within it, words are spread evenly.
 */
export function heard(entry) {
  const text = textOf(entry);
  if (entry.role !== "agent" || entry.written || entry.playedMs === Infinity) {
    return { heard: text, rest: "" };
  }
  let letters = 0;
  for (const { length, from, to } of spans(entry)) {
    if (entry.playedMs >= to && to > from) {
      letters += length;
    } else {
      const share = to > from ? Math.max(0, entry.playedMs - from) / (to - from) : 0;
      letters += Math.floor(length * share);
      break;
    }
  }
  const end = wordEnd(text, letters);
  return { heard: text.slice(0, end), rest: text.slice(end) };
}

/**
 * The audio of each piece. Some servers write a piece and then speak it, others have spoken it when
 * they write: then there is audio before the first piece.
 */
function spans({ pieces, receivedMs }) {
  const isLate = pieces.length > 0 && pieces[0].ms > 0;
  return pieces.map(({ text, ms }, i) => {
    const end = Math.max(ms, receivedMs);
    const isLast = i === pieces.length - 1;
    return isLate
      ? { length: text.length, from: pieces[i - 1]?.ms ?? 0, to: isLast ? end : ms }
      : { length: text.length, from: ms, to: isLast ? end : pieces[i + 1].ms };
  });
}

/** The end of the last word that is whole within so many letters. */
function wordEnd(text, letters) {
  if (letters >= text.length) {
    return text.length;
  }
  return Math.max(0, text.lastIndexOf(" ", letters));
}
