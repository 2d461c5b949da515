import assert from "node:assert/strict";
import { test } from "node:test";
import { heard, textOf, Transcript } from "./page/core/transcript.js";

const words = (delta) => ({ type: "response.output_audio_transcript.delta", item_id: "a", delta });
const audio = (ms) => ({
  type: "response.output_audio.delta",
  item_id: "a",
  delta: "A".repeat((ms * 48 * 4) / 3),
});

function transcript(...events) {
  const made = new Transcript(() => {});
  events.forEach((event) => made.event(event));
  return made;
}

test("words_areHeardWithTheirAudio", () => {
  const made = transcript(words("One two "), audio(1_000), words("three four"), audio(1_000));
  const [entry] = made.entries;
  assert.deepEqual(heard(entry), { heard: "", rest: "One two three four" });
  made.played("a", 1_000);
  assert.deepEqual(heard(entry), { heard: "One two", rest: " three four" });
  made.played("a", 2_000);
  assert.deepEqual(heard(entry), { heard: "One two three four", rest: "" });
});

test("wordsThatComeAllAtOnce_areSpreadOverTheAudio", () => {
  const made = transcript(words("one "), words("two three four"), audio(2_000));
  made.played("a", 1_000);
  assert.deepEqual(heard(made.entries[0]), { heard: "one two", rest: " three four" });
});

test("cut_keepsWhatWasHeardApart", () => {
  const made = transcript(words("One two "), audio(1_000), words("three four"), audio(1_000));
  made.cut("a", 1_100);
  assert.equal(made.entries[0].cut, true);
  assert.equal(heard(made.entries[0]).heard, "One two");
});

test("wordsThatComeBehindTheirAudio_areHeardWithIt", () => {
  const made = transcript(audio(1_000), words("One two. "), audio(1_000), words("Three four."));
  made.played("a", 1_000);
  assert.equal(heard(made.entries[0]).heard, "One two.");
  made.played("a", 1_700);
  assert.equal(heard(made.entries[0]).heard, "One two. Three");
  made.played("a", 2_000);
  assert.equal(heard(made.entries[0]).rest, "");
});

test("wordsBehindTheLastAudio_areHeardAtTheEnd", () => {
  const made = transcript(words("Not "), audio(500), words("all"));
  made.played("a", 500);
  assert.equal(heard(made.entries[0]).heard, "Not");
  made.played("a", Infinity);
  assert.equal(heard(made.entries[0]).heard, "Not all");
});

test("caller_hasAPlace_beforeTheWordsAreKnown", () => {
  const made = transcript(
    { type: "input_audio_buffer.speech_started", item_id: "u" },
    words("Hello"),
    { type: "conversation.item.input_audio_transcription.completed", item_id: "u", transcript: "hi" },
  );
  assert.deepEqual(made.entries.map((entry) => [entry.role, textOf(entry)]), [
    ["caller", "hi"],
    ["agent", "Hello"],
  ]);
});

test("toolCall_isShownWithItsAnswer", () => {
  const made = transcript(
    {
      type: "response.function_call_arguments.done",
      item_id: "f",
      call_id: "c",
      name: "dice",
      arguments: "{}",
    },
    { type: "conversation.item.added", item: { type: "function_call_output", call_id: "c", output: "6" } },
  );
  const [entry] = made.entries;
  assert.deepEqual([entry.role, entry.name, entry.input, entry.output], ["tool", "dice", "{}", "6"]);
});

test("typedWordsAndEvents_areTold", () => {
  const message = (role, text) => ({
    type: "conversation.item.added",
    item: { id: role, type: "message", role, content: [{ type: "input_text", text }] },
  });
  const made = transcript(message("user", "hi"), message("system", "say: tea"));
  assert.deepEqual(made.entries.map((entry) => entry.role), ["caller", "event"]);
});
