// Answers the model's tool calls: the examples at once, and reminders when their time has come.

import { answer } from "./core/tools.js";

/** The tools of one call. */
export class ToolDesk {
  #timers = new Set();
  #remind;

  /**
   * @param remind is given the text of a reminder whose time has come
   */
  constructor(remind) {
    this.#remind = remind;
  }

  /** The answer as JSON; null if it is the person's to give. */
  answer(name, input) {
    const output = answer(name, input, {
      now: () => new Date(),
      random: Math.random,
      remind: (seconds) => this.#later(seconds),
    });
    return output === null ? null : JSON.stringify(output);
  }

  #later(seconds) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#remind(`Your ${seconds} seconds are over.`);
    }, seconds * 1_000);
    this.#timers.add(timer);
  }

  /** Nobody is there to be reminded. */
  stop() {
    this.#timers.forEach((timer) => clearTimeout(timer));
    this.#timers.clear();
  }
}
