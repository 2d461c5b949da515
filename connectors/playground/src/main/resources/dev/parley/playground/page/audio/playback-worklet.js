// The loudspeaker's end: it plays what is queued, counts it, and forgets it at a cut.

import { peak, RATE } from "../core/pcm.js";
import { PlayQueue } from "../core/play-queue.js";
import { Resampler } from "../core/resample.js";

const REPORT = 0.02; // seconds

class Playback extends AudioWorkletProcessor {
  #queue = new PlayQueue(sampleRate, (fact) => this.#tell(fact));
  #item = null;
  #resampler = null;
  #loudest = 0;
  #since = 0;

  constructor() {
    super();
    this.port.onmessage = ({ data }) => this.#heard(data);
  }

  #heard(message) {
    switch (message.type) {
      case "add":
        if (message.item !== this.#item) {
          this.#item = message.item;
          this.#resampler = new Resampler(RATE, sampleRate);
        }
        this.#queue.add(message.item, this.#resampler.push(message.samples));
        break;
      case "end":
        this.#queue.end(message.item);
        break;
      case "cut":
        this.#item = null;
        this.#tell({ ...this.#queue.cut(currentFrame), reason: message.reason });
        break;
    }
  }

  /** Frames are ours alone: outside they are seconds of the context, and milliseconds of the item. */
  #tell({ frame, played, items, ...fact }) {
    this.port.postMessage({
      ...fact,
      time: frame / sampleRate,
      ...(played === undefined ? {} : { playedMs: millis(played) }),
      ...(items && {
        items: items.map((each) => ({ item: each.item, playedMs: millis(each.played) })),
      }),
    });
  }

  process(inputs, outputs) {
    const [block] = outputs[0];
    this.#queue.read(block, currentFrame);
    this.#loudest = Math.max(this.#loudest, peak(block));
    if (currentTime - this.#since >= REPORT) {
      const at = this.#queue.position();
      this.port.postMessage({
        type: "level",
        time: this.#since,
        peak: this.#loudest,
        item: at?.item ?? null,
        playedMs: at ? millis(at.played) : 0,
      });
      this.#loudest = 0;
      this.#since = currentTime;
    }
    return true;
  }
}

function millis(frames) {
  return (frames * 1_000) / sampleRate;
}

registerProcessor("playback", Playback);
