// One session of the Realtime protocol: what we say to the server, and that we say it when we may.

import { encode } from "./pcm.js";

/** Speaks to a server, and keeps the rule that only one response runs at a time. */
export class Session {
  #socket = null;
  #heard;
  #count = 0;
  #active = null; // the id of the response that runs in the conversation
  #asked = null; // the event that asked for a response that has not begun
  #wanted = null; // a response to ask for once the one that runs is over
  #calls = new Map(); // by response: how many of its tool calls are not answered, and is it over

  /**
   * @param heard is told: opened(), event(event), sent(event), closed({ code, reason, opened })
   */
  constructor(heard) {
    this.#heard = heard;
  }

  /** Connects; `open(url, protocols)` makes a WebSocket. */
  connect(url, protocols, open = (to, names) => new WebSocket(to, names)) {
    const socket = open(url, protocols);
    let opened = false;
    this.#socket = socket;
    socket.onopen = () => {
      opened = true;
      this.#heard.opened();
    };
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    socket.onclose = ({ code, reason }) => {
      if (this.#socket === socket) {
        this.#socket = null;
        this.#heard.closed({ code, reason, opened });
      }
    };
  }

  /** Hangs up; nothing is told any more. */
  close() {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(1000);
  }

  get isOpen() {
    return this.#socket?.readyState === 1;
  }

  /** Whether a response is being made. */
  get isResponding() {
    return this.#active !== null;
  }

  #send(event) {
    if (this.isOpen) {
      const whole = { event_id: `page_${++this.#count}`, ...event };
      this.#heard.sent(whole);
      this.#socket.send(JSON.stringify(whole));
      return whole.event_id;
    }
    return null;
  }

  // ---- what we say

  /** More of the caller's voice: 24 kHz, 16 bit. */
  append(pcm) {
    this.#send({ type: "input_audio_buffer.append", audio: encode(pcm) });
  }

  update(session) {
    this.#send({ type: "session.update", session });
  }

  /** What was said since the last commit is a turn, and is answered. */
  commit() {
    this.#send({ type: "input_audio_buffer.commit" });
    this.respond();
  }

  clear() {
    this.#send({ type: "input_audio_buffer.clear" });
  }

  /** The caller's words, typed. */
  write(text) {
    this.#message("user", text);
    this.respond();
  }

  /** Something happened that the model shall speak of. */
  tell(text) {
    this.#message("system", text);
    this.respond();
  }

  #message(role, text) {
    this.#send({
      type: "conversation.item.create",
      item: { type: "message", role, content: [{ type: "input_text", text }] },
    });
  }

  /** Asks for a response; if one runs, as soon as that is over. */
  respond(response) {
    if (this.#active !== null || this.#asked !== null) {
      this.#wanted = { response };
      return;
    }
    this.#asked = this.#send({ type: "response.create", ...(response && { response }) });
  }

  /** Stops the response that runs, if any does. */
  cancel() {
    this.#wanted = null;
    if (this.#active !== null) {
      this.#send({ type: "response.cancel", response_id: this.#active });
    }
  }

  /** So much of an item was heard, in milliseconds, and no more ever will be. */
  truncate(itemId, playedMs) {
    this.#send({
      type: "conversation.item.truncate",
      item_id: itemId,
      content_index: 0,
      audio_end_ms: Math.floor(playedMs),
    });
  }

  /** A tool's answer; once all calls of a response have theirs, the model is asked to go on. */
  answer(responseId, callId, output) {
    this.#send({
      type: "conversation.item.create",
      item: { type: "function_call_output", call_id: callId, output },
    });
    const calls = this.#callsOf(responseId);
    calls.open--;
    this.#goOn(responseId, calls);
  }

  // ---- what the server says

  #receive(event) {
    switch (event.type) {
      case "response.created":
        if (event.response.conversation_id !== null) {
          this.#active = event.response.id;
          this.#asked = null;
        }
        break;
      case "response.function_call_arguments.done":
        this.#callsOf(event.response_id).open++;
        break;
      case "response.done":
        this.#done(event.response);
        break;
      case "error":
        this.#refused(event.error);
        break;
    }
    this.#heard.event(event);
    if (event.type === "response.done") {
      this.#next();
    }
  }

  #done(response) {
    if (response.id === this.#active) {
      this.#active = null;
    }
    if (this.#calls.has(response.id)) {
      const calls = this.#callsOf(response.id);
      calls.over = true;
      this.#goOn(response.id, calls);
    }
  }

  #callsOf(responseId) {
    if (!this.#calls.has(responseId)) {
      this.#calls.set(responseId, { open: 0, over: false });
    }
    return this.#calls.get(responseId);
  }

  #goOn(responseId, calls) {
    if (calls.over && calls.open === 0) {
      this.#calls.delete(responseId);
      this.respond();
    }
  }

  #refused(error) {
    if (error.event_id !== null && error.event_id === this.#asked) {
      this.#asked = null;
      if (error.code === "conversation_already_has_active_response") {
        this.#wanted ??= {};
      }
    }
  }

  #next() {
    const wanted = this.#wanted;
    if (wanted && this.#active === null) {
      this.#wanted = null;
      this.respond(wanted.response);
    }
  }
}
