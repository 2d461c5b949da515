import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { models, protocols, Refused } from "./page/core/access.js";
import { aboutClose, aboutMicrophone, aboutStatus } from "./page/core/errors.js";
import { gist, Log, matches, shorten } from "./page/core/log.js";
import { Peaks } from "./page/core/peaks.js";
import { Reconnect, worthAnotherTry } from "./page/core/reconnect.js";
import { DEFAULTS, sessionOf } from "./page/core/settings.js";
import { snippets } from "./page/core/snippets.js";
import { answer, EXAMPLE_INSTRUCTIONS, EXAMPLES, openers } from "./page/core/tools.js";

const world = { now: () => new Date(2026, 0, 1, 9, 5), random: () => 0.5, remind() {} };

test("exampleTools_areAnswered", () => {
  assert.deepEqual(answer("what_time", "{}", world), { time: "09:05" });
  assert.deepEqual(answer("roll_dice", '{"dice":2}', world), { shown: [4, 4], sum: 8 });
  let reminded = 0;
  answer("remind_me", '{"seconds":5}', { ...world, remind: (seconds) => (reminded = seconds) });
  assert.equal(reminded, 5);
});

test("wrongArguments_areAnError_andUnknownToolsAreThePersons", () => {
  assert.match(answer("roll_dice", '{"dice":7}', world).error, /1 to 6/);
  assert.match(answer("roll_dice", "{", world).error, /JSON/);
  assert.equal(answer("book", "{}", world), null);
  assert.ok(EXAMPLES.every((tool) => tool.type === "function"));
});

test("everyExample_canBeAskedFor_andIsSpokenOf", () => {
  const first = openers(EXAMPLES);
  assert.equal(first.length, EXAMPLES.length + 1);
  assert.ok(first.every((words) => typeof words === "string"));
  assert.deepEqual(openers([{ type: "function", name: "mine" }]), ["What can you do?"]);
  EXAMPLES.forEach(({ name }) => assert.match(EXAMPLE_INSTRUCTIONS, new RegExp(`^say when ${name}:`, "m")));
});

test("log_shortensAudio_andCountsTheSameAgain", () => {
  const log = new Log();
  const append = { type: "input_audio_buffer.append", audio: "A".repeat(1_280) };
  log.add("out", append, 1);
  log.add("out", append, 2);
  const said = log.add("in", { type: "response.output_audio_transcript.delta", delta: "Hello" }, 3);
  assert.deepEqual(log.rows.map((row) => row.count), [2, 1]);
  assert.equal(log.rows[0].event.audio, "(20 ms of audio)");
  assert.equal(said.event.delta, "Hello");
  assert.match(gist(log.rows[0]), /2 times/);
  assert.equal(log.lines().split("\n").length, 2);
});

test("log_isFiltered", () => {
  const row = new Log().add("in", { type: "response.done", response: { status: "failed" } }, 1);
  assert.equal(matches(row, "", false), true);
  assert.equal(matches(row, "done FAILED", false), true);
  assert.equal(matches(row, "created", false), false);
  const audio = { type: "response.output_audio.delta", delta: "AAAA" };
  assert.equal(matches(new Log().add("in", audio, 1), "", false), false);
  assert.equal(matches(new Log().add("in", audio, 1), "", true), true);
});

test("log_leavesOtherTextAlone", () => {
  assert.equal(shorten({ type: "response.output_text.delta", delta: "AAAA" }).delta, "AAAA");
});

test("log_hasAnEnd", () => {
  const log = new Log();
  for (let i = 0; i < 5_100; i++) {
    log.add("in", { type: "x" }, i);
  }
  assert.equal(log.rows.length, 5_000);
  assert.equal(log.rows.at(-1).number, 5_100);
});

test("reconnect_waitsLongerEachTime_andCountsDown", () => {
  const told = [];
  let next = null;
  const reconnect = new Reconnect(
    { waiting: (seconds) => told.push(seconds), now: () => told.push("now") },
    { set: (task) => ((next = task), 1), clear: () => (next = null) },
  );
  reconnect.lost();
  next();
  reconnect.lost();
  next();
  next();
  assert.deepEqual(told, [1, "now", 2, 1, "now"]);
  reconnect.succeeded();
  reconnect.lost();
  assert.equal(told.at(-1), 1);
  reconnect.stop();
  assert.equal(next, null);
});

test("someEnds_areForGood", () => {
  assert.equal(worthAnotherTry(1006), true);
  assert.equal(worthAnotherTry(1012), true);
  assert.equal(worthAnotherTry(1008), false);
});

test("errors_sayWhatToDo", () => {
  assert.match(aboutMicrophone({ name: "NotAllowedError" }).text, /Allow it/);
  assert.match(aboutMicrophone({ name: "NotFoundError" }).title, /no microphone/);
  assert.equal(aboutStatus(401, "Say who.").needsKey, true);
  assert.equal(aboutStatus(401, "Say who.").text, "Say who.");
  assert.match(aboutStatus(401, "Send a header.", false).text, /Paste one here/);
  assert.equal(aboutStatus(503, "").later, true);
  assert.match(aboutClose({ code: 1012, reason: "soon", opened: true }), /restarting.*soon/);
  assert.match(aboutClose({ code: 1006, reason: "", opened: false }), /cannot be reached/);
});

function fetching(status, body, asked = []) {
  return async (url, how) => {
    asked.push({ url, how });
    return { ok: status < 400, status, json: async () => body };
  };
}

test("withoutAKey_noneIsSent", async () => {
  const never = () => assert.fail("nothing is to be asked");
  assert.deepEqual(await protocols("http://x", "", "m", never), ["realtime", "parley-timing"]);
});

test("key_buysAClientSecret", async () => {
  const asked = [];
  const names = await protocols("http://x", "sk", "m", fetching(200, { value: "ek_1" }, asked));
  assert.deepEqual(names, ["realtime", "parley-timing", "openai-insecure-api-key.ek_1"]);
  assert.equal(asked[0].how.headers.Authorization, "Bearer sk");
});

test("key_isSentItself_whereNoSecretIsToBeHad", async () => {
  const names = await protocols("http://x", "sk", "m", fetching(404, {}));
  assert.deepEqual(names, ["realtime", "parley-timing", "openai-insecure-api-key.sk"]);
  assert.deepEqual(await protocols("http://x", "ek_2", "m"), [
    "realtime",
    "parley-timing",
    "openai-insecure-api-key.ek_2",
  ]);
});

test("refusal_saysWhy", async () => {
  const refused = fetching(401, { error: { message: "Wrong key." } });
  await assert.rejects(models("http://x", "sk", refused), (error) => {
    assert.ok(error instanceof Refused);
    assert.equal(error.about.text, "Wrong key.");
    assert.equal(error.about.needsKey, true);
    return true;
  });
  assert.deepEqual(await models("http://x", "", fetching(200, { data: [{ id: "m" }] })), ["m"]);
});

test("peaks_areTheLoudestOfEachColumn", () => {
  const peaks = new Peaks();
  [0.1, 0.5, 0.2, 0.9].forEach((peak, i) => peaks.add(10 + i, peak));
  assert.deepEqual([...peaks.columns(10, 14, 2)], [Math.fround(0.5), Math.fround(0.9)]);
  assert.deepEqual([...peaks.columns(0, 4, 2)], [0, 0]);
  assert.equal(peaks.start, 10);
});

test("snippets_carryTheSettings", () => {
  const session = sessionOf({
    ...DEFAULTS,
    model: 'odd "name"',
    instructions: 'Say "hi".\nThen wait.',
    tools: JSON.stringify(EXAMPLES),
  });
  const made = snippets(session, "http://127.0.0.1:8080");
  assert.equal(made.length, 4);
  for (const { name, code } of made) {
    assert.ok(code.includes("127.0.0.1:8080"), name);
    assert.ok(code.includes('odd \\"name\\"'), name);
    assert.ok(!code.includes("undefined"), name);
    assert.ok(code.includes("roll_dice"), name);
  }
});

for (const { name, code } of snippets(
  sessionOf({ ...DEFAULTS, instructions: 'Say "hi" \\ then\nwait.', tools: JSON.stringify(EXAMPLES) }),
  "https://example.org",
)) {
  const checker = { mjs: [process.execPath, ["--check"]], py: ["python3", ["-m", "py_compile"]] };
  const ending = code.startsWith("import com.") ? null : code.includes("asyncio") ? "py" : "mjs";
  test(`snippet_${name}_isAProgram`, { skip: ending === null && "javac has not its library" }, (t) => {
    const folder = mkdtempSync(join(tmpdir(), "parley-snippet"));
    const file = join(folder, `talk.${ending}`);
    writeFileSync(file, code);
    const [program, before] = checker[ending];
    const { error, status, stderr } = spawnSync(program, [...before, file], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    if (error?.code === "ENOENT") {
      t.skip(`there is no ${program}`);
    } else {
      assert.equal(status, 0, stderr);
    }
  });
}
