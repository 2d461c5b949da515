// Each turn as a bar: where the wait went.

import { split, STAGES, waited } from "../core/latency.js";
import { byId, element, millis, onceAFrame } from "./dom.js";

/** Names of styles that would mean something else alone. */
const STYLE = { notice: "notice-stage", tools: "tools-stage" };
const KINDS = { spoken: "", typed: "typed", event: "event", greeting: "greeting" };
const USUAL = new Set(["pause", "decide", "model", "tools", "playback"]);

/** Shows the turns; gives back what to do when one changes. */
export function turnsView(call) {
  const list = byId("turns");
  const draw = () => {
    const { all } = call.turns;
    const longest = Math.max(1, ...call.turns.waits()); // a greeting may be longer: nobody waits
    list.replaceChildren(...[...all].reverse().map((turn) => row(turn, longest)));
    if (all.length === 0) {
      list.append(element("li", { className: "empty", textContent: "Each turn shows here where its time went." }));
    }
    legend(all);
  };
  draw();
  return onceAFrame(draw);
}

/** What the colours mean, as far as they are to be seen. */
function legend(all) {
  const seen = new Set(all.flatMap((turn) => split(turn.marks).map(({ key }) => key)));
  const shown = STAGES.filter(({ key }) => (seen.size > 0 ? seen : USUAL).has(key));
  byId("stages-legend").replaceChildren(
    ...shown.map((stage) => element("li", { title: stage.means }, key(stage), stage.name)),
  );
}

function key(stage) {
  return element("span", { className: `key ${STYLE[stage.key] ?? stage.key}` });
}

function row(turn, longest) {
  const wait = waited(turn.marks);
  const item = element(
    "li",
    { className: "turn" },
    element("span", { className: "number", textContent: turn.number }),
    bar(turn, longest),
    element("span", { className: "total", textContent: wait === null ? "…" : `${millis(wait)} ms` }),
    detail(turn),
  );
  if (wait !== null) {
    item.dataset.ms = wait.toFixed(1);
  }
  if (turn.cut) {
    item.dataset.cutMs = turn.cut.ms.toFixed(1);
  }
  return item;
}

function bar(turn, longest) {
  const whole = Math.max(longest, waited(turn.marks) ?? 0);
  const spans = split(turn.marks).map((stage) => {
    const span = element("span", { className: STYLE[stage.key] ?? stage.key });
    span.style.width = `${(100 * stage.span) / whole}%`;
    span.title = `${stage.name}: ${millis(stage.span)} ms, ${stage.means}`;
    return span;
  });
  const made = element("div", { className: "bar" }, ...spans);
  made.setAttribute("aria-hidden", "true"); // the same is written below
  return made;
}

function detail(turn) {
  const line = element("p", { className: "detail" });
  const add = (...parts) => line.append(element("span", {}, ...parts));
  if (KINDS[turn.kind]) {
    add(KINDS[turn.kind]);
  }
  if (turn.tools > 0) {
    add(turn.tools === 1 ? "1 tool call" : `${turn.tools} tool calls`);
  }
  for (const stage of split(turn.marks)) {
    if (Math.round(stage.span) > 0) {
      add(`${stage.name} `, element("b", { textContent: millis(stage.span) }));
    }
  }
  if (turn.cut) {
    const how = turn.cut.by === "voice" ? "interrupted" : "stopped by hand";
    const textContent = `${how}: silent after ${millis(turn.cut.ms)} ms`;
    line.append(element("span", { className: "cut", textContent }));
  }
  return line;
}
