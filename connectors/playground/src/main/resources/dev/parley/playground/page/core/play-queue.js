// What is to be played, item by item, and how much of each has left for the ear. Counted in frames.

const START_SECONDS = 0.04; // so much is there before an item begins, or it would stutter
const PATIENCE_SECONDS = 0.06; // but nobody waits for it longer than this
const FADE_SECONDS = 0.005; // a cut in the middle of a wave would click

/** The queue of one loudspeaker. It has one owner, which reads it block by block. */
export class PlayQueue {
  #rate;
  #tell;
  #items = [];
  #fade = null;
  #starved = false;

  /**
   * @param rate frames a second
   * @param tell hears of facts: started, drained, starved; each with the frame where it happened
   */
  constructor(rate, tell) {
    this.#rate = rate;
    this.#tell = tell;
  }

  /** More audio of an item; the first of it sets its place in the queue. */
  add(id, samples) {
    const last = this.#items.at(-1);
    const item = last?.id === id && !last.ended ? last : this.#open(id);
    item.pieces.push(samples);
    item.waiting += samples.length;
  }

  #open(id) {
    const item = { id, pieces: [], offset: 0, waiting: 0, played: 0, since: null, ended: false };
    this.#items.push(item);
    return item;
  }

  /** All of an item has come. */
  end(id) {
    const item = this.#items.find((each) => each.id === id);
    if (item) {
      item.ended = true;
    }
  }

  /** Fills a block that begins at this frame. */
  read(block, frame) {
    let filled = this.#fadeInto(block);
    while (filled < block.length && this.#items.length > 0) {
      const item = this.#items[0];
      if (!this.#ready(item, frame + filled)) {
        break;
      }
      if (item.waiting === 0) {
        if (!item.ended && this.#items.length === 1) {
          this.#starve(item, frame + filled);
          break;
        }
        this.#items.shift();
        this.#tell({ type: "drained", item: item.id, played: item.played, frame: frame + filled });
        continue;
      }
      if (item.played === 0) {
        this.#tell({ type: "started", item: item.id, frame: frame + filled });
      }
      this.#starved = false;
      const taken = this.#take(item, block.subarray(filled));
      item.played += taken;
      filled += taken;
    }
    block.fill(0, filled);
  }

  #ready(item, frame) {
    if (item.played > 0 || item.ended) {
      return true;
    }
    item.since ??= frame;
    return (
      item.waiting >= START_SECONDS * this.#rate ||
      frame - item.since >= PATIENCE_SECONDS * this.#rate
    );
  }

  #starve(item, frame) {
    if (!this.#starved) {
      this.#starved = true;
      this.#tell({ type: "starved", item: item.id, played: item.played, frame });
    }
  }

  #take(item, space) {
    let taken = 0;
    while (taken < space.length && item.pieces.length > 0) {
      const piece = item.pieces[0];
      const count = Math.min(space.length - taken, piece.length - item.offset);
      space.set(piece.subarray(item.offset, item.offset + count), taken);
      taken += count;
      item.offset += count;
      if (item.offset === piece.length) {
        item.pieces.shift();
        item.offset = 0;
      }
    }
    item.waiting -= taken;
    return taken;
  }

  #fadeInto(block) {
    if (!this.#fade) {
      return 0;
    }
    const count = Math.min(block.length, this.#fade.length);
    block.set(this.#fade.subarray(0, count));
    this.#fade = count < this.#fade.length ? this.#fade.subarray(count) : null;
    return count;
  }

  /**
   * Throws away all that waits, from this frame on; the next few samples fade out.
   *
   * @returns what of each item was played, the fade included, and the first silent frame
   */
  cut(frame) {
    const item = this.#items[0];
    let faded = 0;
    if (item && item.played > 0 && item.waiting > 0) {
      const fade = new Float32Array(Math.ceil(FADE_SECONDS * this.#rate));
      faded = this.#take(item, fade);
      item.played += faded;
      this.#fade = fade.subarray(0, faded).map((sample, i) => sample * (1 - (i + 1) / faded));
    }
    const items = this.#items.map(({ id, played }) => ({ item: id, played }));
    this.#items = [];
    this.#starved = false;
    return { type: "cut", items, frame: frame + faded };
  }

  /** The item that is being played, and how far; null if none is. */
  position() {
    const item = this.#items[0];
    return item && item.played > 0 ? { item: item.id, played: item.played } : null;
  }
}
