import assert from "node:assert/strict";
import { test } from "node:test";
import { Resampler } from "./page/core/resample.js";

function tone(rate, hertz, seconds) {
  return Float32Array.from({ length: rate * seconds }, (_, i) =>
    Math.sin((2 * Math.PI * hertz * i) / rate),
  );
}

function resampled(resampler, samples, block) {
  const pieces = [];
  for (let i = 0; i < samples.length; i += block) {
    pieces.push(...resampler.push(samples.subarray(i, i + block)));
  }
  return Float32Array.from(pieces);
}

const power = (samples) => samples.reduce((sum, x) => sum + x * x, 0) / samples.length;

for (const [from, to] of [[48_000, 24_000], [44_100, 24_000], [24_000, 48_000], [24_000, 44_100]]) {
  test(`tone_from${from}to${to}_keepsItsShapeAndItsTime`, () => {
    const output = resampled(new Resampler(from, to), tone(from, 440, 0.5), 128);
    const wanted = tone(to, 440, 0.5);
    let worst = 0;
    for (let i = 400; i < output.length - 400; i++) {
      worst = Math.max(worst, Math.abs(output[i] - wanted[i]));
    }
    assert.ok(worst < 0.01, `off by ${worst}`);
    assert.ok(Math.abs(output.length - wanted.length) < 64, `${output.length} samples`);
  });
}

test("toneAboveTheLowerRate_isNotHeard", () => {
  const output = resampled(new Resampler(48_000, 24_000), tone(48_000, 15_000, 0.25), 128);
  assert.ok(power(output.subarray(200)) < 1e-4);
});

test("blocksOfAnySize_giveTheSame", () => {
  const input = tone(44_100, 1_000, 0.1);
  const whole = resampled(new Resampler(44_100, 24_000), input, input.length);
  const pieces = resampled(new Resampler(44_100, 24_000), input, 37);
  assert.equal(pieces.length, whole.length);
  pieces.forEach((sample, i) => assert.ok(Math.abs(sample - whole[i]) < 1e-5));
});

test("sameRate_isACopy", () => {
  const input = Float32Array.of(0.1, 0.2);
  const output = new Resampler(24_000, 24_000).push(input);
  assert.deepEqual(output, input);
  assert.notEqual(output, input);
});
