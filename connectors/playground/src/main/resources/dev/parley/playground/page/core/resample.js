// Changes the rate of audio that comes in pieces: a windowed sinc, cut where the lower rate ends.

const HALF = 16; // zero crossings on each side

/**
 * One stream of samples from one rate to another. It runs late by less than a millisecond.
 *
 * A sample of the output lies at one of a few places between two of the input, so what each place
 * takes of its neighbours is computed once.
 */
export class Resampler {
  #step; // input samples between two of the output: a whole number over `#places`
  #places;
  #weights;
  #reach;
  #kept;
  #at; // where the next sample of the output lies in what is kept, in parts of a sample

  constructor(from, to) {
    const common = divisor(from, to);
    this.#step = from / common;
    this.#places = to / common;
    const cutoff = Math.min(1, to / from) * 0.94;
    this.#reach = Math.ceil(HALF / cutoff);
    this.#weights = Array.from({ length: this.#places }, (_, place) =>
      weights(place / this.#places, cutoff, this.#reach),
    );
    this.#kept = new Float32Array(this.#reach); // the silence before the first sample
    this.#at = this.#reach * this.#places;
  }

  /** What can be told of the output once these samples are known. */
  push(samples) {
    if (this.#step === this.#places) {
      return samples.slice();
    }
    const input = new Float32Array(this.#kept.length + samples.length);
    input.set(this.#kept);
    input.set(samples, this.#kept.length);
    const end = (input.length - this.#reach) * this.#places;
    const output = new Float32Array(Math.max(0, Math.ceil((end - this.#at) / this.#step)));
    for (let i = 0; i < output.length; i++) {
      const whole = Math.floor(this.#at / this.#places);
      output[i] = this.#sample(input, whole - this.#reach + 1, this.#at % this.#places);
      this.#at += this.#step;
    }
    const spent = Math.max(0, Math.floor(this.#at / this.#places) - this.#reach);
    this.#kept = input.slice(spent);
    this.#at -= spent * this.#places;
    return output;
  }

  #sample(input, first, place) {
    const taken = this.#weights[place];
    let sum = 0;
    for (let i = 0; i < taken.length; i++) {
      sum += input[first + i] * taken[i];
    }
    return sum;
  }
}

/** What a place, so far behind a sample of the input, takes of its neighbours on both sides. */
function weights(behind, cutoff, reach) {
  return Float32Array.from({ length: 2 * reach }, (_, i) => {
    const distance = i - reach + 1 - behind;
    const x = Math.PI * cutoff * distance;
    const sinc = Math.abs(x) < 1e-6 ? 1 : Math.sin(x) / x;
    return cutoff * sinc * (0.5 + 0.5 * Math.cos((Math.PI * distance) / reach));
  });
}

function divisor(a, b) {
  return b === 0 ? a : divisor(b, a % b);
}
