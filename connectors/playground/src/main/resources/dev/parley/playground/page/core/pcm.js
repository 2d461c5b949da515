// Samples as the protocol carries them: 24 kHz, 16 bit, one channel, base64.

/** Samples a second on the wire. */
export const RATE = 24_000;

const PIECE = 0x8000; // as many arguments as any engine takes

/** Samples from -1 to 1 in 16 bits; what is louder is cut. */
export function toPcm16(samples) {
  const pcm = new Int16Array(samples.length);
  for (let i = 0; i < samples.length; i++) {
    pcm[i] = Math.round(Math.max(-1, Math.min(1, samples[i])) * 32_767);
  }
  return pcm;
}

/** 16 bits as base64, little-endian. */
export function encode(pcm) {
  const bytes = new Uint8Array(pcm.length * 2);
  const view = new DataView(bytes.buffer);
  pcm.forEach((sample, i) => view.setInt16(2 * i, sample, true));
  let text = "";
  for (let i = 0; i < bytes.length; i += PIECE) {
    text += String.fromCharCode(...bytes.subarray(i, i + PIECE));
  }
  return btoa(text);
}

/** Base64 as samples from -1 to 1. */
export function decode(base64) {
  const text = atob(base64);
  const samples = new Float32Array(text.length >> 1);
  for (let i = 0; i < samples.length; i++) {
    const value = text.charCodeAt(2 * i) | (text.charCodeAt(2 * i + 1) << 8);
    samples[i] = ((value << 16) >> 16) / 32_768;
  }
  return samples;
}

/** How long so many letters of base64 play, in milliseconds. */
export function millisOfBase64(letters) {
  return Math.round((letters * 3) / 4 / 2 / (RATE / 1_000));
}

/** The loudest of some samples. */
export function peak(samples) {
  let most = 0;
  for (const sample of samples) {
    most = Math.max(most, Math.abs(sample));
  }
  return most;
}

/** The level of some samples in dB, 0 for the loudest there can be, -90 for silence. */
export function decibel(samples) {
  let power = 0;
  for (const sample of samples) {
    power += sample * sample;
  }
  return Math.max(-90, 10 * Math.log10(power / Math.max(1, samples.length) + 1e-9));
}
