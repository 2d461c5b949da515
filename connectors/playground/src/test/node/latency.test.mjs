import assert from "node:assert/strict";
import { test } from "node:test";
import { split, summary, waited } from "./page/core/latency.js";

const near = (value, wanted) => assert.ok(Math.abs(value - wanted) < 1e-6, `${value}, not ${wanted}`);
const spans = (marks) =>
  Object.fromEntries(split(marks).map(({ key, span }) => [key, Math.round(span)]));

const SPOKEN = { end: 10, held: 10.5, noticed: 10.52, asked: 10.53, delta: 10.7, played: 10.75 };

test("wait_isFromTheLastWordToTheFirstSound", () => {
  near(waited(SPOKEN), 750);
});

test("wait_isUnknown_untilSomethingIsHeard", () => {
  assert.equal(waited({ end: 1 }), null);
  assert.deepEqual(split({ end: 1, held: 2 }), []);
});

test("stages_addUpToTheWait", () => {
  assert.deepEqual(spans(SPOKEN), { pause: 500, notice: 20, engine: 10, model: 170, playback: 50 });
  near(split(SPOKEN).reduce((sum, { span }) => sum + span, 0), 750);
  near(split(SPOKEN)[1].from, 500);
});

test("tools_partTheModelsTime", () => {
  const marks = { ...SPOKEN, called: 10.6, again: 10.9, delta: 11, played: 11.1 };
  const stages = split(marks).map(({ key, span }) => [key, Math.round(span)]);
  assert.deepEqual(stages, [
    ["pause", 500],
    ["notice", 20],
    ["engine", 10],
    ["model", 70],
    ["tools", 300],
    ["model", 100],
    ["playback", 100],
  ]);
});

test("serversOwnTimes_areSplitFurther_andTheRestIsTheWayAndThePage", () => {
  const server = { noticed: 10.2, decided: 10.5, made: 10.6, sent: 10.61, tools: 0.04 };
  const stages = { ...SPOKEN, server };
  assert.deepEqual(spans(stages), {
    pause: 200,
    decide: 300,
    model: 60,
    tools: 40,
    playout: 10,
    network: 90,
    playback: 50,
  });
  near(split(stages).reduce((sum, { span }) => sum + span, 0), 750);
});

test("typedTurn_hasNoPause", () => {
  assert.deepEqual(spans({ end: 1, asked: 1.1, delta: 1.3, played: 1.4 }), {
    engine: 100,
    model: 200,
    playback: 100,
  });
});

test("marksOutOfOrder_takeNoTime", () => {
  const stages = split({ end: 1, held: 1.5, noticed: 1.4, asked: 1.4, delta: 1.6, played: 1.6 });
  assert.deepEqual(stages.map(({ key }) => key), ["pause", "model"]);
});

test("summary_isTheMiddleAndTheWorst", () => {
  assert.equal(summary([]), null);
  assert.deepEqual(summary([30, 10, 20, 40]), { count: 4, p50: 20, worst: 40 });
});
