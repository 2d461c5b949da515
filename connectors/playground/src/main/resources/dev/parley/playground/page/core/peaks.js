// How loud a voice was over time, for drawing. Times in seconds, in order.

const KEPT = 3_600 * 50; // an hour of 20 ms

/** The peaks of one voice. */
export class Peaks {
  #times = [];
  #peaks = [];

  add(time, peak) {
    this.#times.push(time);
    this.#peaks.push(peak);
    if (this.#times.length > 2 * KEPT) {
      this.#times = this.#times.slice(-KEPT);
      this.#peaks = this.#peaks.slice(-KEPT);
    }
  }

  /** When the first peak that is still known was. */
  get start() {
    return this.#times[0] ?? null;
  }

  /** The loudest of each of so many equal parts of a span; 0 where nothing is known. */
  columns(from, to, count) {
    const columns = new Float32Array(count);
    const scale = count / (to - from);
    for (let i = this.#indexOf(from); i < this.#times.length && this.#times[i] < to; i++) {
      const column = Math.floor((this.#times[i] - from) * scale);
      columns[column] = Math.max(columns[column], this.#peaks[i]);
    }
    return columns;
  }

  #indexOf(time) {
    let low = 0;
    let high = this.#times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#times[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
