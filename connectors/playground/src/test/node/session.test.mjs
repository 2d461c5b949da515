import assert from "node:assert/strict";
import { test } from "node:test";
import { Session } from "./page/core/session.js";

/** A session over a socket that only writes down what is sent. */
function open() {
  const sent = [];
  const told = [];
  const socket = { readyState: 1, send: (text) => sent.push(JSON.parse(text)), close() {} };
  const session = new Session({
    opened: () => told.push("opened"),
    event: (event) => told.push(event.type),
    sent: () => {},
    closed: (how) => told.push(how),
  });
  session.connect("ws://x", ["realtime"], () => socket);
  socket.onopen();
  const hear = (event) => socket.onmessage({ data: JSON.stringify(event) });
  return { session, sent, told, socket, hear, types: () => sent.map((event) => event.type) };
}

const created = (id) => ({ type: "response.created", response: { id, conversation_id: "conv" } });
const done = (id) => ({ type: "response.done", response: { id, status: "completed" } });

test("events_haveIdsOfTheirOwn", () => {
  const { session, sent } = open();
  session.clear();
  session.clear();
  assert.notEqual(sent[0].event_id, sent[1].event_id);
});

test("audio_isSentAsBase64", () => {
  const { session, sent } = open();
  session.append(Int16Array.of(1));
  assert.equal(sent[0].audio, "AQA=");
});

test("response_waitsForTheOneThatRuns", () => {
  const { session, hear, types } = open();
  hear(created("r1"));
  session.write("hello");
  assert.deepEqual(types(), ["conversation.item.create"]);
  hear(done("r1"));
  assert.deepEqual(types(), ["conversation.item.create", "response.create"]);
});

test("responsesAskedForTwice_areOne", () => {
  const { session, hear, types } = open();
  session.respond();
  session.respond();
  assert.deepEqual(types(), ["response.create"]);
  hear(created("r1"));
  hear(done("r1"));
  assert.deepEqual(types(), ["response.create", "response.create"]);
});

test("response_thatTheServerRefuses_mayBeAskedForAgain", () => {
  const { session, sent, hear, types } = open();
  session.respond();
  hear({ type: "error", error: { code: "x", event_id: sent[0].event_id } });
  session.respond();
  assert.deepEqual(types(), ["response.create", "response.create"]);
});

test("response_thatCameTooSoon_isAskedForLater", () => {
  const { session, sent, hear, types } = open();
  session.respond();
  hear({
    type: "error",
    error: { code: "conversation_already_has_active_response", event_id: sent[0].event_id },
  });
  hear(done("another"));
  assert.deepEqual(types(), ["response.create", "response.create"]);
});

test("cancel_isForWhatRuns", () => {
  const { session, sent, hear } = open();
  session.cancel();
  hear(created("r1"));
  session.cancel();
  assert.deepEqual(sent.map((event) => [event.type, event.response_id]), [["response.cancel", "r1"]]);
});

test("toolCalls_areAllAnswered_beforeTheModelGoesOn", () => {
  const { session, hear, types } = open();
  const call = (id) => ({ type: "response.function_call_arguments.done", response_id: "r1", call_id: id });
  hear(created("r1"));
  hear(call("c1"));
  session.answer("r1", "c1", "{}");
  hear(call("c2"));
  hear(done("r1"));
  assert.deepEqual(types(), ["conversation.item.create"]);
  session.answer("r1", "c2", "{}");
  assert.deepEqual(types(), ["conversation.item.create", "conversation.item.create", "response.create"]);
});

test("truncate_tellsWholeMilliseconds", () => {
  const { session, sent } = open();
  session.truncate("a", 812.9);
  assert.equal(sent[0].audio_end_ms, 812);
});

test("close_isTold_unlessItIsOurs", () => {
  const one = open();
  one.socket.onclose({ code: 1012, reason: "later" });
  assert.deepEqual(one.told, ["opened", { code: 1012, reason: "later", opened: true }]);
  const other = open();
  other.session.close();
  other.socket.onclose({ code: 1000, reason: "" });
  assert.deepEqual(other.told, ["opened"]);
});

test("afterTheClose_nothingIsSent", () => {
  const { session, socket, sent } = open();
  socket.onclose({ code: 1006, reason: "" });
  session.clear();
  session.respond();
  assert.deepEqual(sent, []);
});
