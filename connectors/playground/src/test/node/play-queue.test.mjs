import assert from "node:assert/strict";
import { test } from "node:test";
import { PlayQueue } from "./page/core/play-queue.js";

const RATE = 1_000; // so that a frame is a millisecond

function queue() {
  const facts = [];
  return { facts, queue: new PlayQueue(RATE, (fact) => facts.push(fact)) };
}

function read(from, frame, count) {
  const block = new Float32Array(count).fill(9);
  from.read(block, frame);
  return [...block];
}

const ones = (count) => new Float32Array(count).fill(1);

test("nothing_isSilence", () => {
  assert.deepEqual(read(queue().queue, 0, 3), [0, 0, 0]);
});

test("item_tellsWhenItIsHeardFirst_andWhenItIsOver", () => {
  const { facts, queue: q } = queue();
  q.add("a", ones(50));
  q.end("a");
  read(q, 100, 30);
  assert.deepEqual(q.position(), { item: "a", played: 30 });
  assert.equal(read(q, 130, 30).filter((x) => x === 1).length, 20);
  assert.deepEqual(facts, [
    { type: "started", item: "a", frame: 100 },
    { type: "drained", item: "a", played: 50, frame: 150 },
  ]);
  assert.equal(q.position(), null);
});

test("fewSamples_areWaitedFor_butNotForLong", () => {
  const { facts, queue: q } = queue();
  q.add("a", ones(10));
  assert.equal(read(q, 0, 50)[0], 0);
  assert.equal(read(q, 60, 5)[0], 1);
  assert.equal(facts[0].frame, 60);
});

test("shortItem_thatIsWhole_isNotWaitedFor", () => {
  const { queue: q } = queue();
  q.add("a", ones(2));
  q.end("a");
  assert.deepEqual(read(q, 0, 3), [1, 1, 0]);
});

test("nextItem_followsWithoutAGap", () => {
  const { facts, queue: q } = queue();
  q.add("a", ones(40));
  q.end("a");
  q.add("b", ones(40));
  assert.equal(read(q, 0, 80).filter((x) => x === 1).length, 80);
  assert.deepEqual(
    facts.map(({ type, item, frame }) => [type, item, frame]),
    [["started", "a", 0], ["drained", "a", 40], ["started", "b", 40]],
  );
});

test("itemThatRunsDry_isToldOnce_andGoesOn", () => {
  const { facts, queue: q } = queue();
  q.add("a", ones(40));
  read(q, 0, 60);
  read(q, 60, 60);
  q.add("a", ones(10));
  assert.equal(read(q, 120, 20).filter((x) => x === 1).length, 10);
  assert.equal(facts.filter(({ type }) => type === "starved").length, 2);
  assert.equal(facts.filter(({ type }) => type === "started").length, 1);
});

test("cut_fadesOut_andTellsWhatWasPlayedOfEach", () => {
  const { queue: q } = queue();
  q.add("a", ones(100));
  q.end("a");
  q.add("b", ones(100));
  read(q, 0, 60);
  assert.deepEqual(q.cut(60), {
    type: "cut",
    items: [{ item: "a", played: 65 }, { item: "b", played: 0 }],
    frame: 65,
  });
  const after = read(q, 60, 20);
  assert.ok(after[0] < 1 && after[0] > after[1] && after[3] > 0);
  assert.deepEqual(after.slice(5), new Array(15).fill(0));
  assert.deepEqual(read(q, 80, 3), [0, 0, 0]);
});

test("cutOfNothing_tellsNothing", () => {
  assert.deepEqual(queue().queue.cut(5), { type: "cut", items: [], frame: 5 });
});

test("itemAfterACut_isPlayed", () => {
  const { queue: q } = queue();
  q.add("a", ones(100));
  read(q, 0, 60);
  q.cut(60);
  q.add("b", ones(50));
  assert.equal(read(q, 60, 50).filter((x) => x === 1).length, 45);
  assert.deepEqual(q.position(), { item: "b", played: 45 });
});
