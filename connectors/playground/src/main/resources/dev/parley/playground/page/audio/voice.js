// The browser's side of a voice: the microphone, the loudspeaker, and the clock that both share.

/** One audio context with its two worklets. Times are seconds of the context. */
export class Voice {
  #told;
  #context = null;
  #capture = null;
  #playback = null;
  #source = null;
  #stream = null;

  /**
   * @param told hears chunk({ time, pcm, levels, peak }), played(fact) and lost() when the
   *     microphone is gone
   */
  constructor(told) {
    this.#told = told;
  }

  /** Starts the loudspeaker. A browser wants it to be a person's click that does so. */
  async start() {
    if (!this.#context) {
      const context = new AudioContext({ latencyHint: "interactive" });
      await Promise.all(
        ["capture", "playback"].map((name) =>
          context.audioWorklet.addModule(new URL(`${name}-worklet.js`, import.meta.url).href),
        ),
      );
      this.#capture = new AudioWorkletNode(context, "capture", { numberOfOutputs: 0 });
      this.#capture.port.onmessage = ({ data }) => this.#told.chunk(data);
      this.#playback = new AudioWorkletNode(context, "playback", {
        numberOfInputs: 0,
        outputChannelCount: [1],
      });
      this.#playback.port.onmessage = ({ data }) => this.#told.played(data);
      this.#playback.connect(context.destination);
      this.#context = context;
    }
    await this.#context.resume();
  }

  /** Opens a microphone: this one, or the one that the browser prefers. */
  async listen(deviceId, echoCancellation) {
    if (!navigator.mediaDevices) {
      throw Object.assign(new Error("no microphone here"), { name: "InsecureContext" });
    }
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: {
        echoCancellation,
        noiseSuppression: echoCancellation,
        autoGainControl: echoCancellation,
        channelCount: 1,
        ...(deviceId && { deviceId: { exact: deviceId } }),
      },
    });
    this.deaf();
    this.#stream = stream;
    const [track] = stream.getAudioTracks();
    track.onended = () => {
      if (this.#stream === stream) {
        this.deaf();
        this.#told.lost();
      }
    };
    this.#source = this.#context.createMediaStreamSource(stream);
    this.#source.connect(this.#capture);
  }

  /** Closes the microphone. */
  deaf() {
    this.#source?.disconnect();
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#source = null;
    this.#stream = null;
  }

  /** Everything is quiet, and the microphone's light goes out. */
  async stop() {
    this.deaf();
    this.cut("stop");
    await this.#context?.suspend();
  }

  /** A muted microphone is heard as silence. */
  mute(muted) {
    this.#stream?.getAudioTracks().forEach((track) => {
      track.enabled = !muted;
    });
  }

  get hasMicrophone() {
    return this.#stream !== null;
  }

  /** The microphones there are; their names are told only once one was allowed. */
  async devices() {
    const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    return all.filter((each) => each.kind === "audioinput" && each.deviceId);
  }

  /** More of an item to play: samples at the wire's rate. */
  play(item, samples) {
    this.#playback?.port.postMessage({ type: "add", item, samples }, [samples.buffer]);
  }

  /** All of an item has come. */
  end(item) {
    this.#playback?.port.postMessage({ type: "end", item });
  }

  /** Silence, now. What was played is told as the fact `cut`. */
  cut(reason) {
    this.#playback?.port.postMessage({ type: "cut", reason });
  }

  get time() {
    return this.#context?.currentTime ?? 0;
  }

  /** How long a sample takes from here to the ear, as far as the browser knows, in milliseconds. */
  get outputLatencyMs() {
    return (this.#context?.outputLatency ?? 0) * 1_000;
  }
}
