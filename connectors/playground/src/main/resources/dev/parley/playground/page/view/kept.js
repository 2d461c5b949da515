// What a browser keeps for the page. It may be told to keep nothing: then nothing is kept.

/** A text under a name, in the tab or for longer. */
export class Kept {
  #name;
  #store;

  constructor(name, { inTab = false } = {}) {
    this.#name = name;
    this.#store = () => (inTab ? sessionStorage : localStorage);
  }

  get text() {
    try {
      return this.#store().getItem(this.#name);
    } catch {
      return null; // forbidden
    }
  }

  set text(value) {
    try {
      if (value === null) {
        this.#store().removeItem(this.#name);
      } else {
        this.#store().setItem(this.#name, value);
      }
    } catch {
      // forbidden, or full: the page works all the same
    }
  }
}
