// The turns of a call, with all instants that tell how long the caller waited and how fast a reply
// fell silent. Fed with events, with what was sent, and with what the loudspeaker did.

import { waited } from "./latency.js";

/** All turns of a page, over several sessions. */
export class Turns {
  all = [];
  interruptions = [];
  #changed;
  #audio = null;
  #speech = null; // { fromMs, onset } while the caller speaks
  #byResponse = new Map();
  #byItem = new Map();
  #manualFromMs = 0;
  #awaited = null; // an interruption whose silence is not yet known

  /**
   * @param changed hears of a turn or an interruption that is new or knows more
   */
  constructor(changed) {
    this.#changed = changed;
  }

  /** A session begins, whose sent audio this is. */
  begin(audio) {
    this.#audio = audio;
    this.#speech = null;
    this.#awaited = null;
    this.#manualFromMs = 0;
    this.#byResponse.clear();
    this.#byItem.clear();
  }

  /** Whether the caller is speaking, as far as the server says. */
  get isSpeaking() {
    return this.#speech !== null;
  }

  #open(kind, end) {
    const turn = { number: this.all.length + 1, kind, marks: { end }, tools: 0, cut: null };
    this.all.push(turn);
    this.#changed(turn);
    return turn;
  }

  /** The server said something, at this time. */
  event(event, time) {
    switch (event.type) {
      case "input_audio_buffer.speech_started":
        this.#speech = { fromMs: event.audio_start_ms };
        break;
      case "input_audio_buffer.speech_stopped":
        this.#spoken(this.#speech?.fromMs ?? 0, event.audio_end_ms, time);
        this.#speech = null;
        break;
      case "response.created":
        this.#created(event.response, time);
        break;
      case "response.function_call_arguments.done":
        this.#called(event.response_id, time);
        break;
      case "response.output_item.added":
        this.#byItem.set(event.item.id, this.#byResponse.get(event.response_id));
        break;
      case "parley.reply.timed":
        this.#timed(event);
        break;
      case "response.output_audio.delta":
        this.#mark(this.#byResponse.get(event.response_id), "delta", time);
        break;
    }
  }

  /** The page said something, at this time. */
  sent(event, time) {
    if (event.type === "input_audio_buffer.clear") {
      this.#manualFromMs = this.#audio.ms;
    } else if (event.type === "input_audio_buffer.commit") {
      this.#spoken(this.#manualFromMs, this.#audio.ms, time);
      this.#manualFromMs = this.#audio.ms;
    } else if (event.type === "conversation.item.create" && event.item.type === "message") {
      this.#open(event.item.role === "system" ? "event" : "typed", time);
    } else if (event.type === "response.create" && this.all.every((turn) => turn.marks.asked)) {
      if (![...this.#byResponse.values()].some((turn) => turn?.marks.called && !turn.marks.again)) {
        this.#open("greeting", time);
      }
    }
  }

  #spoken(fromMs, toMs, time) {
    const turn = this.#open("spoken", this.#audio.timeAt(this.#audio.lastVoice(fromMs, toMs)));
    turn.marks.held = this.#audio.timeAt(toMs);
    turn.marks.noticed = time;
  }

  #created(response, time) {
    const turn = this.all.at(-1);
    if (!turn || response.conversation_id === null) {
      return;
    }
    this.#byResponse.set(response.id, turn);
    if (turn.marks.called === undefined) {
      this.#mark(turn, "asked", time);
    } else {
      this.#mark(turn, "again", time);
    }
  }

  #called(responseId, time) {
    const turn = this.#byResponse.get(responseId);
    if (turn) {
      turn.tools++;
      if (turn.marks.played === undefined) {
        this.#mark(turn, "called", time);
      }
    }
  }

  /** The server tells where its part of the time went: instants of this page's clock, from spans. */
  #timed({ response_id, speech_end_ms, detect_ms, decide_ms, model_ms, tools_ms, playout_ms }) {
    const turn = this.#byResponse.get(response_id);
    if (turn?.kind === "spoken") {
      const noticed = this.#audio.timeAt(speech_end_ms) + detect_ms / 1_000;
      const decided = noticed + decide_ms / 1_000;
      const made = decided + model_ms / 1_000;
      const sent = made + playout_ms / 1_000;
      this.#mark(turn, "server", { noticed, decided, made, sent, tools: tools_ms / 1_000 });
    }
  }

  #mark(turn, name, time) {
    if (turn && turn.marks[name] === undefined) {
      turn.marks[name] = time;
      this.#changed(turn);
    }
  }

  /** An item began to be heard. */
  started(itemId, time) {
    const turn = this.#byItem.get(itemId);
    if (turn?.marks.played === undefined) {
      this.#mark(turn, "played", time);
    }
  }

  /** The caller, or the page, wants silence: from when on is told by `silent`. */
  interrupted(by, time) {
    const onset =
      by === "voice" && this.#speech
        ? this.#audio.timeAt(this.#audio.firstVoice(this.#speech.fromMs))
        : time;
    this.#awaited = { by, onset };
  }

  /** The loudspeaker fell silent in the middle of these items. */
  silent(items, time) {
    const awaited = this.#awaited;
    const heard = items.find((each) => each.playedMs > 0);
    this.#awaited = null;
    if (!awaited || !heard) {
      return;
    }
    const interruption = {
      number: this.interruptions.length + 1,
      by: awaited.by,
      onset: awaited.onset,
      silent: time,
      ms: Math.max(0, (time - awaited.onset) * 1_000),
      playedMs: heard.playedMs,
    };
    this.interruptions.push(interruption);
    const turn = this.#byItem.get(heard.item);
    if (turn) {
      turn.cut = interruption;
      this.#changed(turn);
    }
  }

  /** How long the caller waited in each turn that was answered aloud, but for greetings. */
  waits() {
    return this.all
      .filter((turn) => turn.kind !== "greeting")
      .map((turn) => waited(turn.marks))
      .filter((ms) => ms !== null);
  }
}
