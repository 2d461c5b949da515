// Where in time each part of the sent audio was spoken, and where a voice was in it. Milliseconds
// count the audio of a session, as the server does; times are seconds of the audio context.

const WINDOW = 5; // ms
const KEPT = 120_000 / WINDOW; // two minutes of levels
const QUIETEST = -50; // dB: nobody speaks below this
const ABOVE_FLOOR = 12; // dB
const LOUDEST_FLOOR = -38;
const RISE = 0.0125; // dB a window: 2.5 dB a second

/** The audio of one session. */
export class SentAudio {
  #breaks = []; // { ms, time }: from here on, time runs with the samples
  #ms = 0;
  #voiced = []; // of each window
  #dropped = 0;
  #floor = LOUDEST_FLOOR;

  /** A chunk went out: the time of its first sample, and the level of each 5 ms in dB. */
  add(time, levels) {
    const expected = this.#breaks.length > 0 ? this.timeAt(this.#ms) : null;
    if (expected === null || Math.abs(expected - time) > 0.002) {
      this.#breaks.push({ ms: this.#ms, time });
    }
    for (const level of levels) {
      this.#voiced.push(level > Math.max(QUIETEST, this.#floor + ABOVE_FLOOR));
      this.#floor = Math.min(LOUDEST_FLOOR, level, this.#floor + RISE);
    }
    this.#ms += levels.length * WINDOW;
    if (this.#voiced.length > 2 * KEPT) {
      this.#dropped += this.#voiced.length - KEPT;
      this.#voiced = this.#voiced.slice(-KEPT);
    }
  }

  /** How much was sent. */
  get ms() {
    return this.#ms;
  }

  /** When this position was spoken. */
  timeAt(ms) {
    const { ms: from, time } =
      this.#breaks.findLast((each) => each.ms <= ms) ?? this.#breaks[0] ?? { ms: 0, time: 0 };
    return time + (ms - from) / 1_000;
  }

  /** Where the last voice in this span ended; its end, if none is heard in it. */
  lastVoice(fromMs, toMs) {
    for (let i = this.#window(toMs) - 1; i >= this.#window(fromMs); i--) {
      if (this.#voiced[i]) {
        return (i + 1 + this.#dropped) * WINDOW;
      }
    }
    return toMs;
  }

  /** Where the first voice from here on began; here, if none is heard yet. */
  firstVoice(fromMs) {
    for (let i = this.#window(fromMs); i < this.#voiced.length; i++) {
      if (this.#voiced[i]) {
        return (i + this.#dropped) * WINDOW;
      }
    }
    return fromMs;
  }

  #window(ms) {
    const index = Math.floor(ms / WINDOW) - this.#dropped;
    return Math.max(0, Math.min(this.#voiced.length, index));
  }
}
