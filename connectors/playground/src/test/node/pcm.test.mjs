import assert from "node:assert/strict";
import { test } from "node:test";
import { decibel, decode, encode, millisOfBase64, peak, toPcm16 } from "./page/core/pcm.js";

test("samples_surviveTheWire", () => {
  const samples = Float32Array.of(0, 0.5, -0.5, 0.999, -1);
  const back = decode(encode(toPcm16(samples)));
  back.forEach((sample, i) => assert.ok(Math.abs(sample - samples[i]) < 1e-4));
});

test("tooLoud_isCut", () => {
  assert.deepEqual([...toPcm16(Float32Array.of(2, -2))], [32_767, -32_767]);
});

test("encoding_isLittleEndian", () => {
  assert.equal(encode(Int16Array.of(1, 256)), Buffer.from([1, 0, 0, 1]).toString("base64"));
});

test("manySamples_areEncoded", () => {
  assert.equal(decode(encode(new Int16Array(100_000))).length, 100_000);
});

test("base64_hasALength", () => {
  assert.equal(millisOfBase64(encode(new Int16Array(480)).length), 20);
});

test("levels_areTold", () => {
  assert.equal(peak(Float32Array.of(0.1, -0.4)), Math.fround(0.4));
  assert.equal(decibel(new Float32Array(8)), -90);
  assert.ok(Math.abs(decibel(new Float32Array(8).fill(0.1)) + 20) < 0.01);
});
