import assert from "node:assert/strict";
import { test } from "node:test";
import {
  DEFAULTS,
  needsNewSession,
  problems,
  restored,
  sessionOf,
  updateOf,
} from "./page/core/settings.js";
import { readTools } from "./page/core/tool-list.js";

const but = (changes) => ({ ...DEFAULTS, ...changes });
const TOOL = '[{"type":"function","name":"dice"}]';

test("defaults_areInOrder", () => {
  assert.deepEqual(problems(DEFAULTS), {});
});

test("mistakes_areToldByTheirField", () => {
  assert.deepEqual(Object.keys(problems(but({ model: " " }))), ["model"]);
  for (const silence of ["", "-1", "1.5", "60001", "soon"]) {
    assert.deepEqual(Object.keys(problems(but({ silence }))), ["silence"], silence);
  }
  assert.deepEqual(Object.keys(problems(but({ threshold: "1.1" }))), ["threshold"]);
  assert.deepEqual(problems(but({ detection: "none", silence: "soon" })), {});
  assert.deepEqual(Object.keys(problems(but({ instructions: "ä".repeat(140_000) }))), ["instructions"]);
});

test("tools_areReadWithASentenceForEachMistake", () => {
  assert.deepEqual(readTools(" "), { tools: [] });
  assert.equal(readTools(TOOL).tools[0].name, "dice");
  for (const [text, part] of [
    ["[", "not JSON"],
    ["{}", "list"],
    ["[1]", "number 1"],
    ['[{"type":"mcp","name":"x"}]', "“x”"],
    ['[{"type":"function","name":"a b"}]', "name"],
    ['[{"type":"function","name":"a","parameters":[]}]', "JSON Schema"],
    [TOOL.replace("]", `,${TOOL.slice(1)}`), "own name"],
  ]) {
    assert.match(readTools(text).problem, new RegExp(part), text);
  }
});

test("session_saysOnlyWhatIsChosen", () => {
  const session = sessionOf(DEFAULTS);
  assert.deepEqual(Object.keys(session), ["type", "model", "output_modalities", "audio"]);
  assert.equal(session.audio.input.turn_detection.type, "server_vad");
  assert.equal("voice" in session.audio.output, false);
});

test("session_saysAllThatIsChosen", () => {
  const session = sessionOf(
    but({ voice: "calm", instructions: "Be brief.", effort: "low", tools: TOOL, interrupt: false }),
  );
  assert.equal(session.audio.output.voice, "calm");
  assert.equal(session.instructions, "Be brief.");
  assert.deepEqual(session.reasoning, { effort: "low" });
  assert.equal(session.tools.length, 1);
  assert.equal(session.audio.input.turn_detection.interrupt_response, false);
});

test("turnDetection_hasThreeKinds", () => {
  const detection = (changes) => sessionOf(but(changes)).audio.input.turn_detection;
  assert.deepEqual(detection({ detection: "none" }), null);
  assert.deepEqual(detection({ detection: "semantic_vad", eagerness: "high" }), {
    type: "semantic_vad",
    eagerness: "high",
  });
});

test("update_clearsWhatIsNoLongerSaid_andNamesNoVoiceThatStays", () => {
  const before = but({ voice: "calm", instructions: "Be brief.", tools: TOOL });
  const update = updateOf(before, but({ voice: "calm", transcribe: false }));
  assert.equal(update.instructions, "");
  assert.deepEqual(update.tools, []);
  assert.equal(update.audio.input.transcription, null);
  assert.equal("voice" in update.audio.output, false);
  assert.equal("model" in update, false);
  assert.equal(updateOf(before, but({ voice: "gruff" })).audio.output.voice, "gruff");
});

test("anotherModel_needsANewSession", () => {
  assert.equal(needsNewSession(DEFAULTS, but({ model: "other" })), true);
  assert.equal(needsNewSession(DEFAULTS, but({ silence: "300" })), false);
});

test("keptSettings_areRestored_asFarAsTheyAreSome", () => {
  assert.deepEqual(restored(null), DEFAULTS);
  assert.deepEqual(restored("{broken"), DEFAULTS);
  assert.deepEqual(restored('{"model":7,"voice":"calm","other":1}'), but({ voice: "calm" }));
});
