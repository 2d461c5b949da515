// What happened, as tables and lists. All texts of the call become text nodes, never markup.

const cell = (label, attributes, ...children) =>
  el("td", { role: "cell", "data-label": label, ...attributes }, ...children);

/** A table that keeps its roles where a narrow screen makes cards of its rows. */
function table(kind, headings, rows, foot = null) {
  const head = headings.map(([name, style]) =>
    el("th", { role: "columnheader", scope: "col", class: style }, name),
  );
  return el(
    "table",
    { role: "table", class: kind },
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, head)),
    el("tbody", { role: "rowgroup" }, rows),
    foot ? el("tfoot", { role: "rowgroup" }, foot) : null,
  );
}

const empty = (text) => el("p", { class: "empty" }, text);

function header() {
  const facts = [
    ["Model", report.model],
    ["Clock", report.clock],
    ["Length", clock(report.lasted_ms)],
    ["Input", `${seconds(report.input.seconds * 1000)} at ${count(report.input.rate)}${THIN}Hz`],
  ];
  document.title = `${report.input.file} · Parley call`;
  byId("file").textContent = report.input.file;
  byId("facts").append(...facts.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
  byId("clock").textContent = call.isVirtual
    ? "On a virtual clock computing takes no time: latencies are algorithmic delay only."
    : "On a real clock: latencies include the time that computing took.";
  byId("figures").append(...figures());
}

function figures() {
  const figure = (style, name, value, unit, rest) =>
    el(
      "div",
      { class: style },
      el("dt", {}, name),
      el("dd", { class: "big" }, value, unit ? el("span", { class: "unit" }, unit) : null),
      el("dd", { class: "rest" }, ...rest),
    );
  const spread = (name, of, none) =>
    of === null
      ? figure("wide", name, "–", "", [none])
      : figure("wide", name, millis(of.p50), "ms p50", [
          el("span", {}, "p95 ", el("b", {}, ms(of.p95))),
          " ",
          el("span", {}, "max ", el("b", {}, ms(of.max))),
        ]);
  const answered = call.turns.filter((turn) => turn.heard).length;
  const drops = Object.entries(report.drops).filter(([, frames]) => frames > 0);
  const dropped = drops.reduce((sum, [, frames]) => sum + frames, 0);
  const byCutsOnly = drops.every(([edge]) => edge === "playout.cut" || edge === "playout.stale");
  const stale = call.interruptions.reduce((sum, cut) => sum + cut.stale_frames, 0);
  return [
    spread("Reply latency", report.latency.reply_ms, "no reply was heard"),
    spread("Interruption latency", report.latency.interruption_ms, "nothing was cut"),
    figure("", "Turns", count(call.turns.length), "", [`${count(answered)} answered`]),
    figure("", "Interruptions", count(call.interruptions.length), "", [plural(stale, "stale frame")]),
    dropped > 0
      ? figure(byCutsOnly ? "" : "bad", byCutsOnly ? "Frames that cuts threw away" : "Dropped frames", count(dropped), "", drops.map(([edge, n]) => el("div", {}, el("b", {}, count(n)), ` ${edge.replace("->", "→")}`)))
      : null,
  ].filter((each) => each !== null);
}

function legend() {
  const item = (style, name) => el("li", {}, el("span", { class: `key ${style}` }), name);
  byId("legend").append(
    item("speech", "caller speaks"),
    item("detected", "start or end noticed"),
    item("ended", "turn held to be finished"),
    item("reply", "reply as heard"),
    ...(call.interruptions.length > 0 ? [item("cut", "interruption: onset to cut")] : []),
    ...(call.hasTools ? [item("tool", "tool call")] : []),
    el("li", {}, "Waited:"),
    ...STAGES.map((stage) => item(`stage ${stage.key}`, stage.name)),
  );
}

/** A wait as a bar, on one scale for the whole call, and its numbers. */
function waitParts(waited, stages) {
  const rest = Math.max(0, call.longestWait - waited);
  const part = (stage) => {
    const span = el("span", { class: stage.key, title: `${stage.name} ${ms(stage.span)}` });
    span.style.flexGrow = Math.max(0, stage.span);
    return span;
  };
  const filler = el("i");
  filler.style.flexGrow = rest;
  const spans = stages.filter((stage) => stage.span > 0).map(part);
  const numbers = stages.map((stage) =>
    el("li", { title: stage.means }, el("span", { class: `key stage ${stage.key}` }), stage.name, el("b", {}, millis(stage.span))),
  );
  return [
    el("div", { class: "total" }, ms(waited)),
    el("div", { class: "stack", "aria-hidden": "true" }, spans, filler),
    el("ul", { class: "stages" }, numbers),
  ];
}

function waitCell(turn) {
  const attributes = { class: "wait all" };
  if (!turn.heard) {
    return cell("Waited", attributes, el("span", { class: "small" }, turn.reply ? "nothing was heard" : "no reply"));
  }
  return cell("Waited", attributes, waitParts(turn.waited, turn.stages ?? []));
}

function words(reply) {
  const text = reply.text
    ? el("div", { class: "words" }, reply.text)
    : el("div", { class: "small" }, reply.samples_heard > 0 ? "no words known" : "no words heard");
  const cut = cutOf.get(reply.epoch);
  const length = seconds((reply.samples_heard / reply.rate) * 1000);
  const fate = !reply.interrupted
    ? null
    : el("span", { class: "badge cut" }, cut ? `✕ cut at ${clock(cut.cut_ms)}, ${length} heard` : `✕ cut, ${length} heard`);
  return [text, fate ?? el("div", { class: "small" }, `${length} heard`)];
}

/** All that was said to a turn, which is more than one reply if a tool's result came later. */
function answers(turn) {
  const said = turn.replies.filter((reply, i) => i === 0 || reply.first_audio_ms !== null || reply.interrupted);
  return said.length === 0
    ? el("span", { class: "small" }, "no reply")
    : said.map((reply) => el("div", { class: "answer" }, words(reply)));
}

function toolCall(tool) {
  const answer = tool.output === null ? empty("It has not answered.") : el("pre", {}, pretty(tool.output));
  return el(
    "details",
    {},
    el("summary", {}, tool.name, el("span", { class: "small" }, tool.took_ms === null ? " no answer" : ` took ${ms(tool.took_ms)}`)),
    el("div", { class: "small" }, "arguments"),
    el("pre", {}, pretty(tool.arguments)),
    el("div", { class: "small" }, "output"),
    answer,
  );
}

function turnRow(turn, go) {
  const { speech } = turn;
  const button = el("button", { type: "button", class: "turn", "aria-label": `Turn ${turn.n}: go to ${clock(speech.start_ms)}` }, String(turn.n));
  const row = el(
    "tr",
    { role: "row", "data-at": speech.start_ms },
    cell(null, {}, button),
    cell(
      "Caller spoke",
      { class: "speech" },
      `${clock(speech.start_ms)} – ${clock(speech.end_ms)}`,
      el("div", { class: "small" }, `for ${seconds(speech.end_ms - speech.start_ms)}`),
      turn.transcript ? el("div", { class: "words" }, `“${turn.transcript}”`) : null,
    ),
    waitCell(turn),
    cell("Agent, as heard", { class: "all" }, answers(turn)),
    call.hasTools ? cell(turn.tool_calls.length > 0 ? "Tool calls" : null, { class: "calls all" }, turn.tool_calls.map(toolCall)) : null,
  );
  return goes(row, speech.start_ms, go);
}

/** Makes a row go to its place in the call, without taking clicks from what it contains. */
function goes(row, at, go) {
  row.addEventListener("click", (event) => {
    const busy = event.target.closest("details") || String(getSelection()) !== "";
    if (!busy) {
      go(at);
    }
  });
  return row;
}

function turns(go) {
  if (call.turns.length === 0) {
    return empty("The caller said nothing that was held to be a turn.");
  }
  const headings = [["Turn"], ["Caller spoke", "speech"], ["Waited, by stage (ms)", "wait"], ["Agent, as heard"]];
  const foot = call.mean && el(
    "tr",
    { role: "row" },
    el("th", { role: "rowheader", scope: "row", colspan: 2, class: "all" }, `Mean of ${plural(call.mean.replies, "reply", "replies")}`),
    cell("Waited", { class: "wait all" }, waitParts(call.mean.waited, call.mean.stages)),
    cell(null, { colspan: call.hasTools ? 2 : 1 }),
  );
  return table("turns", call.hasTools ? [...headings, ["Tool calls", "calls"]] : headings, call.turns.map((turn) => turnRow(turn, go)), foot);
}

function interruptions(go) {
  if (call.interruptions.length === 0) {
    return empty("The caller never spoke into a reply that could be heard.");
  }
  const rows = call.interruptions.map((cut) => {
    const answer = cut.reply?.turn ? `to turn ${cut.reply.turn.n}` : cut.reply ? "announcement" : cut.epoch;
    const rate = cut.reply?.rate;
    const heard = rate ? ` (${seconds((cut.samples_heard / rate) * 1000)})` : "";
    const button = el("button", { type: "button", class: "turn", "aria-label": `Reply ${answer}: go to ${clock(cut.onset_ms)}` }, answer);
    const number = { class: "number" };
    const row = el(
      "tr",
      { role: "row", "data-at": cut.onset_ms },
      cell("Reply", {}, button),
      cell("Caller's onset", number, clock(cut.onset_ms)),
      cell("Noticed", number, `+${ms(cut.onset_detected_ms - cut.onset_ms)}`),
      cell("Cut", number, el("b", {}, `+${ms(cut.took)}`)),
      cell("Stale frames", { class: cut.stale_frames > 0 ? "number bad" : "number" }, count(cut.stale_frames)),
      cell("Samples heard", number, count(cut.samples_heard) + heard),
    );
    return goes(row, cut.onset_ms, go);
  });
  const right = ["Caller's onset", "Noticed", "Cut", "Stale frames", "Samples heard"].map((name) => [name, "number"]);
  return table("cuts", [["Reply"], ...right], rows);
}

function announcements(go) {
  const rows = report.announcements.map(({ reply }) => {
    const at = reply.first_audio_ms;
    const row = el(
      "tr",
      { role: "row", "data-at": at },
      cell("Said at", { class: "speech" }, at === null ? "–" : clock(at)),
      cell("As heard", { class: "all" }, words(reply)),
    );
    return at === null ? row : goes(row, at, go);
  });
  byId("announcements-section").hidden = rows.length === 0;
  return table("said", [["Said at"], ["As heard"]], rows);
}

/** The plan's lines, which are columns: kind, name, audio, and a remark in brackets. */
function plan() {
  if (report.plan.length === 0) {
    byId("plan").replaceWith(empty("No plan was written down."));
    return;
  }
  byId("plan").append(
    ...report.plan.map((line) => {
      const columns = /^(\S+) +(.+?) +(\d+ Hz .*?)(?: {2}\((.*)\))?$/.exec(line);
      const [, kind, name, audio, remark = ""] = columns ?? [];
      return columns
        ? el("li", {}, el("span", { class: "kind" }, kind), el("span", { class: "name" }, name), el("span", { class: "audio" }, audio.replace("->", "→")), el("span", { class: "remark" }, remark))
        : el("li", {}, el("span", { class: "raw" }, line));
    }),
  );
}
