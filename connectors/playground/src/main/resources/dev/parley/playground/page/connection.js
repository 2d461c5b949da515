// The way to the server: it is found, lost, and found again.

import { models, protocols, Refused } from "./core/access.js";
import { aboutClose, aboutModel } from "./core/errors.js";
import { Reconnect, worthAnotherTry } from "./core/reconnect.js";
import { Session } from "./core/session.js";

const timers = {
  set: (task, ms) => setTimeout(task, ms),
  clear: (id) => clearTimeout(id),
};

/** Keeps a session with a server. Each session is a new one: the server remembers none. */
export class Connection {
  session;
  #origin;
  #heard;
  #told;
  #model = "";
  #key = "";
  #listed = []; // the models that the server lists
  #attempt = 0;
  #reconnect = new Reconnect(
    {
      waiting: (seconds) => this.#told.waiting(seconds, this.#problem),
      now: () => this.#try(),
    },
    timers,
  );
  #problem = null;

  /**
   * @param heard is told what a session tells: opened, event, sent
   * @param told is told trying(), waiting(seconds, problem), lost() and over(problem): no more tries
   */
  constructor(origin, heard, told) {
    this.#origin = origin;
    this.#heard = heard;
    this.#told = told;
    this.session = this.#newSession();
  }

  /** The models that the server lists, for whoever has this key. */
  models(key) {
    return models(this.#origin, key);
  }

  /** Finds the server, however long it takes. */
  open(model, key) {
    this.#model = model;
    this.#key = key;
    return this.#try();
  }

  /** Does not wait any longer for the next try. */
  retryNow() {
    this.#reconnect.stop();
    return this.#try();
  }

  /** Hangs up, and tries no more. */
  close() {
    this.#attempt++;
    this.#reconnect.stop();
    this.session.close();
  }

  async #try() {
    const attempt = ++this.#attempt;
    this.#told.trying();
    try {
      this.#listed = await this.models(this.#key); // a WebSocket cannot say why it is refused
      const names = await protocols(this.#origin, this.#key, this.#model);
      if (attempt === this.#attempt) {
        const address = new URL("/v1/realtime", this.#origin.replace(/^http/, "ws"));
        address.searchParams.set("model", this.#model);
        this.session = this.#newSession();
        this.session.connect(address.href, names);
      }
    } catch (error) {
      if (attempt === this.#attempt) {
        this.#refused(error);
      }
    }
  }

  #newSession() {
    return new Session({
      opened: () => {
        this.#reconnect.succeeded();
        this.#heard.opened();
      },
      event: (event) => this.#heard.event(event),
      sent: (event) => this.#heard.sent(event),
      closed: (how) => this.#closed(how),
    });
  }

  #refused(error) {
    if (error instanceof Refused && !error.about.later) {
      this.#told.over(error.about);
    } else {
      this.#again(error instanceof Refused ? error.about.text : "The server cannot be reached.");
    }
  }

  #closed({ code, reason, opened }) {
    this.#told.lost();
    const text = aboutClose({ code, reason, opened });
    if (opened && code === 1000) {
      this.#told.over({ title: "The session is over", text });
    } else if (opened && !worthAnotherTry(code)) {
      this.#told.over({ title: "Disconnected", text });
    } else if (!opened && this.#listed.length > 0 && !this.#listed.includes(this.#model)) {
      this.#told.over(aboutModel(this.#model, this.#listed));
    } else {
      this.#again(text);
    }
  }

  #again(text) {
    this.#problem = { title: "Not connected", text };
    this.#reconnect.lost();
  }
}
