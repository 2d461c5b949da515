import assert from "node:assert/strict";
import { test } from "node:test";
import { waited } from "./page/core/latency.js";
import { SentAudio } from "./page/core/sent-audio.js";
import { Turns } from "./page/core/turns.js";

/** A call whose audio began at second 100: a voice from 1 s to 2 s, and from 5 s to 6 s. */
function call() {
  const audio = new SentAudio();
  for (let ms = 0; ms < 8_000; ms += 20) {
    const voiced = (ms >= 1_000 && ms < 2_000) || (ms >= 5_000 && ms < 6_000);
    audio.add(100 + ms / 1_000, new Array(4).fill(voiced ? -20 : -75));
  }
  const turns = new Turns(() => {});
  turns.begin(audio);
  return turns;
}

const started = (ms) => ({ type: "input_audio_buffer.speech_started", audio_start_ms: ms, item_id: "u" });
const stopped = (ms) => ({ type: "input_audio_buffer.speech_stopped", audio_end_ms: ms, item_id: "u" });
const created = (id) => ({ type: "response.created", response: { id, conversation_id: "conv" } });
const added = (response, id) => ({ type: "response.output_item.added", response_id: response, item: { id } });
const delta = (response, id) => ({ type: "response.output_audio.delta", response_id: response, item_id: id, delta: "" });
const called = (response) => ({ type: "response.function_call_arguments.done", response_id: response });

function spokenTurn(turns) {
  turns.event(started(700), 101.2);
  turns.event(stopped(2_500), 102.6);
  turns.event(created("r1"), 102.61);
  turns.event(added("r1", "a1"), 102.7);
  turns.event(delta("r1", "a1"), 102.8);
  turns.started("a1", 102.85);
}

test("spokenTurn_isMeasuredFromTheLastVoice", () => {
  const turns = call();
  spokenTurn(turns);
  const [turn] = turns.all;
  assert.equal(turn.kind, "spoken");
  assert.ok(Math.abs(turn.marks.end - 102) < 1e-9);
  assert.ok(Math.abs(turn.marks.held - 102.5) < 1e-9);
  assert.ok(Math.abs(turns.waits()[0] - 850) < 1e-6);
});

const timed = (response) => ({
  type: "parley.reply.timed",
  response_id: response,
  speech_end_ms: 2_040,
  detect_ms: 160,
  decide_ms: 300,
  model_ms: 150,
  tools_ms: 40,
  playout_ms: 5,
});

test("serversTimes_areInstantsOfThePagesClock", () => {
  const turns = call();
  spokenTurn(turns);
  turns.event(timed("r1"), 102.81);
  const { noticed, decided, made, sent, tools } = turns.all[0].marks.server;
  for (const [value, wanted] of [[noticed, 102.2], [decided, 102.5], [made, 102.65], [sent, 102.655], [tools, 0.04]]) {
    assert.ok(Math.abs(value - wanted) < 1e-9, `${value}, not ${wanted}`);
  }
});

test("serversTimes_ofWhatNobodySpoke_areLeftOut", () => {
  const turns = call();
  turns.sent({ type: "conversation.item.create", item: { type: "message", role: "user" } }, 100);
  turns.event(created("r1"), 100.1);
  turns.event(timed("r1"), 100.2);
  turns.event(timed("r7"), 100.2);
  assert.equal(turns.all[0].marks.server, undefined);
});

test("interruption_isMeasuredFromTheFirstVoice_toTheFirstSilence", () => {
  const turns = call();
  spokenTurn(turns);
  turns.event(started(4_700), 105.06);
  turns.interrupted("voice", 105.06);
  turns.silent([{ item: "a1", playedMs: 2_200 }], 105.09);
  assert.equal(turns.interruptions.length, 1);
  assert.ok(Math.abs(turns.interruptions[0].ms - 90) < 1e-6);
  assert.equal(turns.all[0].cut.playedMs, 2_200);
});

test("cutOfWhatNobodyHeard_isNoInterruption", () => {
  const turns = call();
  spokenTurn(turns);
  turns.interrupted("voice", 105);
  turns.silent([{ item: "a1", playedMs: 0 }], 105.1);
  turns.silent([{ item: "a1", playedMs: 10 }], 105.2);
  assert.deepEqual(turns.interruptions, []);
});

test("toolCall_staysInItsTurn", () => {
  const turns = call();
  turns.event(started(700), 101.2);
  turns.event(stopped(2_500), 102.6);
  turns.event(created("r1"), 102.61);
  turns.event(called("r1"), 102.7);
  turns.sent({ type: "response.create" }, 102.9);
  turns.event(created("r2"), 102.95);
  turns.event(added("r2", "a2"), 103);
  turns.event(delta("r2", "a2"), 103);
  turns.started("a2", 103.05);
  assert.equal(turns.all.length, 1);
  const { marks, tools } = turns.all[0];
  assert.equal(tools, 1);
  assert.deepEqual([marks.asked, marks.called, marks.again], [102.61, 102.7, 102.95]);
  assert.ok(Math.abs(waited(marks) - 1_050) < 1e-6);
});

test("responseThatIsAskedForOutOfTheBlue_isAGreeting_andNoWait", () => {
  const turns = call();
  turns.sent({ type: "response.create" }, 100);
  turns.event(created("r1"), 100.1);
  turns.event(added("r1", "a1"), 100.1);
  turns.started("a1", 100.2);
  assert.equal(turns.all[0].kind, "greeting");
  assert.deepEqual(turns.waits(), []);
});

test("typedWords_areATurn_fromTheMomentTheyAreSent", () => {
  const turns = call();
  turns.sent({ type: "conversation.item.create", item: { type: "message", role: "user" } }, 100);
  turns.sent({ type: "response.create" }, 100);
  turns.event(created("r1"), 100.1);
  turns.event(added("r1", "a1"), 100.1);
  turns.started("a1", 100.25);
  assert.equal(turns.all.length, 1);
  assert.equal(turns.all[0].kind, "typed");
  assert.ok(Math.abs(turns.waits()[0] - 250) < 1e-6);
});

test("turnEndedByHand_isMeasuredFromTheLastVoice", () => {
  const turns = call();
  turns.sent({ type: "input_audio_buffer.commit" }, 108);
  assert.ok(Math.abs(turns.all[0].marks.end - 106) < 1e-9);
  assert.ok(Math.abs(turns.all[0].marks.held - 108) < 1e-9);
});
