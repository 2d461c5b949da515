// The sound: one recording with the caller on its left and the agent on its right.

const PLAY = "M4 2l10 6-10 6z";
const PAUSE = "M3 2h4v12H3zM9 2h4v12H9z";

class Player {
  constructor() {
    this.audio = byId("audio");
    this.side = "both";
    this.moved = () => {}; // called with where it was and where it is now
    this.last = 0;
    this.wanted = null; // a place to go to as soon as the audio can
    this.audio.addEventListener("loadedmetadata", () => this.wanted !== null && this.seek(this.wanted));
    this.audio.addEventListener("error", () => this.fail());
    for (const name of ["play", "pause", "ended"]) {
      this.audio.addEventListener(name, () => this.show());
    }
    byId("play").addEventListener("click", () => this.toggle());
    for (const button of byId("sides").children) {
      button.addEventListener("click", () => this.listen(button.dataset.side));
    }
    if (waveform.seconds === 0) {
      this.fail("The call has no audio.");
    } else if (!recording.embedded) {
      this.note(`The audio is too long to be part of this page: it is in ${recording.file} beside it, and is played from there.`);
    }
    this.refuseSides();
    this.show();
  }

  get position() {
    return this.wanted ?? this.audio.currentTime * 1000;
  }

  get playing() {
    return !this.audio.paused && !this.audio.ended;
  }

  toggle() {
    if (byId("play").disabled) {
      return;
    }
    if (this.playing) {
      this.audio.pause();
    } else {
      this.wire();
      this.audio.play().catch((error) => this.note(`The audio cannot be played: ${error.message}`));
    }
  }

  seek(at) {
    const target = Math.max(0, Math.min(call.length, at));
    if (this.audio.readyState > 0) {
      this.wanted = null;
      this.audio.currentTime = target / 1000;
    } else {
      this.wanted = target;
    }
    this.show();
  }

  skip(span) {
    this.seek(this.position + span);
  }

  /** Both as they stood in the room, a little apart; or one of them alone, in the middle. */
  listen(side) {
    this.side = side;
    for (const button of byId("sides").children) {
      button.setAttribute("aria-pressed", button.dataset.side === side);
    }
    this.balance();
  }

  /** Splits the recording into its sides, which a browser allows from the first click on. */
  wire() {
    if (this.context || byId("sides").hidden) {
      this.context?.resume();
      return;
    }
    this.context = new AudioContext();
    const splitter = this.context.createChannelSplitter(2);
    this.context.createMediaElementSource(this.audio).connect(splitter);
    this.channels = ["caller", "agent"].map((name, channel) => {
      const gain = this.context.createGain();
      const place = this.context.createStereoPanner();
      splitter.connect(gain, channel).connect(place).connect(this.context.destination);
      return { name, gain, place };
    });
    this.balance();
    this.context.resume();
  }

  balance() {
    for (const { name, gain, place } of this.channels ?? []) {
      const apart = name === "caller" ? -0.5 : 0.5;
      gain.gain.value = this.side === "both" || this.side === name ? 1 : 0;
      place.pan.value = this.side === "both" ? apart : 0;
    }
  }

  /** A browser silences what it has to split, if that is another file beside a page without server. */
  refuseSides() {
    if (!recording.embedded && location.protocol === "file:") {
      byId("sides").hidden = true;
    }
  }

  fail(why = `The audio cannot be loaded. It is expected in ${recording.file}, beside this page.`) {
    this.note(why);
    byId("play").disabled = true;
    byId("sides").hidden = true;
  }

  note(text) {
    byId("audio-note").textContent = text;
    byId("audio-note").hidden = false;
  }

  show() {
    byId("play-icon").setAttribute("d", this.playing ? PAUSE : PLAY);
    byId("play-word").textContent = this.playing ? "Pause" : "Play";
    this.tick();
    if (this.playing && !this.ticking) {
      const next = () => {
        this.tick();
        this.ticking = this.playing && requestAnimationFrame(next);
      };
      this.ticking = requestAnimationFrame(next);
    }
  }

  tick() {
    const now = this.position;
    byId("time").textContent = `${clock(now)} / ${clock(call.length)}`;
    this.moved(this.last, now);
    this.last = now;
  }
}
