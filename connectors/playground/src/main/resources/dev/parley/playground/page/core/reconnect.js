// When to try again after the server has gone, and the seconds until then.

const DELAYS = [1, 2, 4, 8, 15]; // seconds; the last one again and again

/** Close codes after which trying again cannot help. */
const FINAL = new Set([1002, 1003, 1007, 1008, 1009, 1010]);

/** Whether a connection that ended like this is worth another try. */
export function worthAnotherTry(code) {
  return !FINAL.has(code);
}

/** Counts down to the next try. `timers` has `set(f, ms)` and `clear(id)`. */
export class Reconnect {
  #timers;
  #told;
  #tries = 0;
  #timer = null;

  /**
   * @param told hears `waiting(seconds)` each second, and `now()` when it is time
   */
  constructor(told, timers) {
    this.#told = told;
    this.#timers = timers;
  }

  /** The connection is lost. */
  lost() {
    this.stop();
    const seconds = DELAYS[Math.min(this.#tries, DELAYS.length - 1)];
    this.#tries++;
    this.#count(seconds);
  }

  #count(seconds) {
    if (seconds === 0) {
      this.#timer = null;
      this.#told.now();
      return;
    }
    this.#told.waiting(seconds);
    this.#timer = this.#timers.set(() => this.#count(seconds - 1), 1_000);
  }

  /** The connection is there again. */
  succeeded() {
    this.stop();
    this.#tries = 0;
  }

  /** Nobody wants it any more. */
  stop() {
    if (this.#timer !== null) {
      this.#timers.clear(this.#timer);
      this.#timer = null;
    }
  }
}
