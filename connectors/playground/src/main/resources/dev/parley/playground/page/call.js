// A call: the voice here, the session there, and what is known of both. It draws nothing.

import { Voice } from "./audio/voice.js";
import { Connection } from "./connection.js";
import { aboutMicrophone } from "./core/errors.js";
import { Log } from "./core/log.js";
import { decode } from "./core/pcm.js";
import { SentAudio } from "./core/sent-audio.js";
import { sessionOf, updateOf } from "./core/settings.js";
import { Transcript } from "./core/transcript.js";
import { Turns } from "./core/turns.js";
import { ToolDesk } from "./tool-desk.js";

/** One person's call; it begins and ends as often as they like. */
export class Call {
  state = "idle"; // starting, live, waiting: for the server to come back
  problem = null; // { title, text, ... }: why it is not live
  waiting = 0; // seconds until the next try
  isMuted = false;
  isTalking = false; // the key is down, where turns are ended by hand
  isAudible = false; // the agent is being heard
  turns = new Turns(() => this.#tell("turns"));
  transcript = new Transcript((entry) => this.#tell("said", entry));
  log = new Log();
  #told;
  #settings = null;
  #voice = new Voice({
    chunk: (chunk) => this.#chunk(chunk),
    played: (fact) => this.#played(fact),
    lost: () => this.#microphoneLost(),
  });
  #connection;
  #tools = new ToolDesk((text) => this.event(text));
  #audio = new SentAudio();
  #known = new Set(); // responses that have begun
  #silenced = new Set(); // responses of which nothing may be heard any more
  #first = null; // what to do as soon as the session is open
  #attempt = 0;

  /**
   * @param origin where the server is
   * @param told hears what has changed: state, turns, said, log, heard, spoken, notice
   */
  constructor(origin, told) {
    this.#told = told;
    this.#connection = new Connection(
      origin,
      {
        opened: () => this.#opened(),
        event: (event) => this.#event(event),
        sent: (event) => this.#sent(event),
      },
      {
        trying: () => this.#set({ state: this.state === "waiting" ? "waiting" : "starting", waiting: 0 }),
        waiting: (seconds, problem) => this.#set({ state: "waiting", waiting: seconds, problem }),
        lost: () => this.#voice.cut("lost"),
        over: (problem) => this.#end(problem),
      },
    );
  }

  get #session() {
    return this.#connection.session;
  }

  #tell(what, about) {
    this.#told(what, about);
  }

  #set(changes) {
    Object.assign(this, changes);
    this.#tell("state");
  }

  get time() {
    return this.#voice.time;
  }

  get outputLatencyMs() {
    return this.#voice.outputLatencyMs;
  }

  get hasMicrophone() {
    return this.#voice.hasMicrophone;
  }

  microphones() {
    return this.#voice.devices();
  }

  models(key) {
    return this.#connection.models(key);
  }

  // ---- beginning and end

  /**
   * Begins. Without a microphone it hears nothing, but can be written to.
   *
   * @param options `key`, `microphone` (its id, empty for any), `listening`, and `first`, which is
   *     done once the session is open
   */
  async start(settings, { key = "", microphone = "", listening = true, first = null } = {}) {
    const attempt = ++this.#attempt;
    this.#settings = settings;
    this.#first = first;
    this.isMuted = false;
    this.#set({ state: "starting", problem: null });
    try {
      await this.#voice.start();
      if (listening) {
        await this.#voice.listen(microphone, settings.echo);
      }
    } catch (error) {
      if (attempt === this.#attempt) {
        await this.#end({ ...aboutMicrophone(error), microphone: true });
      }
      return;
    }
    if (attempt === this.#attempt) {
      await this.#connection.open(settings.model.trim(), key);
    } else if (this.state === "idle") {
      this.#voice.deaf(); // somebody has pressed Stop while the browser asked for permission
    }
  }

  stop() {
    return this.#end(null);
  }

  /** There is no call, and this is why none can begin yet. */
  explain(problem) {
    if (this.state === "idle") {
      this.#set({ problem });
    }
  }

  async #end(problem) {
    this.#attempt++;
    this.#connection.close();
    this.#tools.stop();
    this.isTalking = false;
    this.isAudible = false;
    this.#set({ state: "idle", problem, waiting: 0 });
    await this.#voice.stop();
  }

  /** Another microphone, in mid-call. */
  async listenWith(microphone) {
    if (this.state === "idle") {
      return;
    }
    try {
      await this.#voice.listen(microphone, this.#settings.echo);
      this.#voice.mute(this.isMuted);
      this.#tell("state");
    } catch (error) {
      this.#tell("notice", aboutMicrophone(error));
    }
  }

  #microphoneLost() {
    this.#tell("state");
    this.#tell("notice", {
      title: "The microphone is gone",
      text: "Plug it in again, or choose another.",
    });
  }

  #opened() {
    const again = this.transcript.entries.length > 0;
    this.#audio = new SentAudio();
    this.#known.clear();
    this.#silenced.clear();
    this.turns.begin(this.#audio);
    if (again) {
      this.transcript.note("A new session: the model remembers nothing of what is above.");
    }
    const { model, ...session } = sessionOf(this.#settings);
    this.#session.update(session);
    this.#set({ state: "live", problem: null, waiting: 0 });
    if (this.#first) {
      this.#first();
      this.#first = null;
    } else if (this.#settings.greet && !again) {
      this.#session.respond();
    }
  }

  /** Does not wait any longer for the next try. */
  retryNow() {
    return this.#connection.retryNow();
  }

  // ---- what the person does

  /** Settings for the session that runs. */
  apply(settings) {
    const before = this.#settings;
    this.#settings = settings;
    this.#session.update(updateOf(before, settings));
  }

  mute(muted) {
    this.#voice.mute(muted);
    this.#set({ isMuted: muted });
  }

  /** Where turns are ended by hand: the key goes down, the key comes up. */
  talk(pressed) {
    if (pressed === this.isTalking || this.state !== "live") {
      return;
    }
    if (pressed) {
      this.interrupt();
      this.#session.clear();
    } else {
      this.#session.commit();
    }
    this.#set({ isTalking: pressed });
  }

  get isByHand() {
    return this.#settings?.detection === "none";
  }

  /** The agent shall be quiet. */
  interrupt() {
    this.#session.cancel();
    if (this.isAudible) {
      this.turns.interrupted("hand", this.time);
    }
    this.#silence("hand");
  }

  /** Words that are typed rather than spoken. */
  write(text) {
    this.interrupt();
    this.#session.write(text);
  }

  /** Something that happened, to be spoken of. */
  event(text) {
    this.#session.tell(/^say\b/i.test(text) ? text : `say: ${text}`);
  }

  /** What a tool has answered that the person plays. */
  answerTool(entry, output) {
    this.#session.answer(entry.responseId, entry.callId, output);
  }

  // ---- what happens

  #chunk(chunk) {
    this.#tell("spoken", chunk);
    const wanted = this.isByHand ? this.isTalking : this.#voice.hasMicrophone;
    if (this.state === "live" && wanted) {
      this.#audio.add(chunk.time, chunk.levels);
      this.#session.append(chunk.pcm);
    }
  }

  #sent(event) {
    this.#tell("log", this.log.add("out", event, this.time));
    this.turns.sent(event, this.time);
  }

  #event(event) {
    const time = this.time;
    if (event.type === "input_audio_buffer.speech_started" && this.#settings.interrupt) {
      this.#silence("voice"); // before anything else: each millisecond of it is heard
    }
    this.turns.event(event, time);
    if (event.type === "input_audio_buffer.speech_started" && this.#settings.interrupt) {
      this.turns.interrupted("voice", time);
    }
    this.transcript.event(event);
    this.#tell("log", this.log.add("in", event, time));
    switch (event.type) {
      case "response.created":
        this.#known.add(event.response.id);
        break;
      case "response.output_audio.delta":
        if (!this.#silenced.has(event.response_id)) {
          this.#voice.play(event.item_id, decode(event.delta));
        }
        break;
      case "response.output_audio.done":
        this.#voice.end(event.item_id);
        break;
      case "response.function_call_arguments.done":
        this.#tool(event);
        break;
      case "response.done":
        if (event.response.status === "failed") {
          this.#tell("notice", {
            title: "The model failed",
            text: event.response.status_details?.error?.message ?? "It did not say why.",
          });
        }
        break;
      case "error":
        this.#tell("notice", { title: "The server refused something", text: event.error.message });
        break;
    }
    this.#tell("event", event);
  }

  #silence(reason) {
    this.#known.forEach((id) => this.#silenced.add(id));
    this.#voice.cut(reason);
  }

  #tool(event) {
    const entry = this.transcript.entries.find((each) => each.callId === event.call_id);
    entry.responseId = event.response_id;
    const output = this.#tools.answer(event.name, event.arguments);
    if (output !== null) {
      this.#session.answer(event.response_id, event.call_id, output);
    } else {
      this.#tell("asked", entry);
    }
  }

  #played(fact) {
    switch (fact.type) {
      case "started":
        this.isAudible = true;
        this.turns.started(fact.item, fact.time);
        this.#tell("state");
        break;
      case "drained":
        this.isAudible = false;
        this.transcript.played(fact.item, Infinity);
        this.#tell("state");
        break;
      case "cut":
        this.#cut(fact);
        break;
      case "level":
        if (fact.item) {
          this.transcript.played(fact.item, fact.playedMs);
        }
        this.#tell("heard", fact);
        break;
    }
  }

  #cut({ items, time, reason }) {
    this.isAudible = false;
    for (const { item, playedMs } of items) {
      this.transcript.cut(item, playedMs);
      this.#session.truncate(item, playedMs);
    }
    if (reason === "voice" || reason === "hand") {
      this.turns.silent(items, time);
    }
    this.#tell("state");
  }
}
