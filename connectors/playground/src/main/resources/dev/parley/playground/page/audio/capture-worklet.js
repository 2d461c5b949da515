// The microphone's end: 20 ms at a time, at the wire's rate, each with the frame where it began.

import { decibel, peak, RATE, toPcm16 } from "../core/pcm.js";
import { Resampler } from "../core/resample.js";

const CHUNK = RATE / 50;
const WINDOW = RATE / 200; // 5 ms: how finely an onset is told

class Capture extends AudioWorkletProcessor {
  #resampler = new Resampler(sampleRate, RATE);
  #chunk = new Float32Array(CHUNK);
  #filled = 0;
  #time = 0; // of the chunk's first sample

  process(inputs) {
    const block = mono(inputs[0]);
    const samples = this.#resampler.push(block);
    const end = (currentFrame + block.length) / sampleRate;
    samples.forEach((sample, i) => {
      if (this.#filled === 0) {
        this.#time = end - (samples.length - i) / RATE; // told anew: a browser may skip blocks
      }
      this.#chunk[this.#filled++] = sample;
      if (this.#filled === CHUNK) {
        this.#send();
      }
    });
    return true;
  }

  #send() {
    const pcm = toPcm16(this.#chunk);
    const levels = [];
    for (let i = 0; i < CHUNK; i += WINDOW) {
      levels.push(decibel(this.#chunk.subarray(i, i + WINDOW)));
    }
    const message = { time: this.#time, pcm, levels, peak: peak(this.#chunk) };
    this.port.postMessage(message, [pcm.buffer]);
    this.#filled = 0;
  }
}

/** All channels as one; silence where none is connected, so that positions stay true. */
function mono(channels) {
  if (channels.length === 0) {
    return new Float32Array(128);
  }
  if (channels.length === 1) {
    return channels[0];
  }
  return channels[0].map(
    (_, i) => channels.reduce((sum, each) => sum + each[i], 0) / channels.length,
  );
}

registerProcessor("capture", Capture);
