import assert from "node:assert/strict";
import { test } from "node:test";
import { SentAudio } from "./page/core/sent-audio.js";

/** 20 ms a chunk, from this time on: `#` is a voice, `.` is none. */
function sent(audio, time, text) {
  [...text].forEach((mark, i) => {
    audio.add(time + i * 0.02, new Array(4).fill(mark === "#" ? -20 : -75));
  });
  return audio;
}

test("position_hasATime", () => {
  const audio = sent(new SentAudio(), 5, "....");
  assert.equal(audio.ms, 80);
  assert.ok(Math.abs(audio.timeAt(50) - 5.05) < 1e-9);
});

test("timeThatJumps_isFollowed", () => {
  const audio = sent(sent(new SentAudio(), 5, "..."), 9, "...");
  assert.ok(Math.abs(audio.timeAt(40) - 5.04) < 1e-9);
  assert.ok(Math.abs(audio.timeAt(60) - 9) < 1e-9);
  assert.ok(Math.abs(audio.timeAt(100) - 9.04) < 1e-9);
});

test("positionAhead_isToldAsIfAudioWentOn", () => {
  assert.ok(Math.abs(sent(new SentAudio(), 1, ".").timeAt(500) - 1.5) < 1e-9);
});

test("voice_isFound", () => {
  const audio = sent(new SentAudio(), 0, "....###.##......");
  assert.equal(audio.firstVoice(0), 80);
  assert.equal(audio.lastVoice(0, 320), 200);
  assert.equal(audio.lastVoice(0, 150), 140);
  assert.equal(audio.firstVoice(145), 160);
});

test("noVoice_isThePositionAskedFor", () => {
  const audio = sent(new SentAudio(), 0, "........");
  assert.equal(audio.lastVoice(0, 100), 100);
  assert.equal(audio.firstVoice(40), 40);
});

test("steadyNoise_isNoVoice", () => {
  const audio = new SentAudio();
  for (let i = 0; i < 400; i++) {
    audio.add(i * 0.02, [-45, -46, -45, -46]);
  }
  assert.equal(audio.lastVoice(4_000, 8_000), 8_000);
});

test("longCalls_areRemembered_atTheirEnd", () => {
  const audio = new SentAudio();
  for (let i = 0; i < 15_000; i++) {
    audio.add(i * 0.02, new Array(4).fill(i === 14_900 ? -20 : -75));
  }
  assert.equal(audio.ms, 300_000);
  assert.equal(audio.firstVoice(290_000), 298_000);
  assert.equal(audio.lastVoice(290_000, 300_000), 298_020);
});
