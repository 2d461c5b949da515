// What was said. Words that were heard stand as they are; words still to come are pale; words that
// were cut are struck out.

import { heard, textOf } from "../core/transcript.js";
import { byId, element, followEnd, onceAFrame } from "./dom.js";

const WHO = { caller: "you", agent: "agent", tool: "tool", event: "event", note: "" };

/** Shows what is said in a call; gives back what to do when an entry is new or knows more. */
export function transcriptView(call) {
  const list = byId("entries");
  const rows = new Map();
  const stale = new Set();
  const follow = followEnd(list);
  list.append(element("li", { className: "empty", textContent: "What is said appears here." }));

  const draw = onceAFrame(() => {
    for (const entry of stale) {
      if (!rows.has(entry)) {
        list.querySelector(".empty")?.remove();
        rows.set(entry, list.appendChild(rowOf(entry)));
      }
      fill(rows.get(entry), entry, call);
    }
    stale.clear();
    follow();
  });

  return {
    said: (entry) => {
      stale.add(entry);
      draw();
    },
    asked: (entry) => {
      entry.asked = true;
      stale.add(entry);
      draw();
    },
  };
}

function rowOf({ role }) {
  return element(
    "li",
    { className: `entry ${role}` },
    element("span", { className: "who", textContent: WHO[role] }),
    element("div", { className: "what" }),
  );
}

function fill(row, entry, call) {
  const what = row.lastElementChild;
  if (entry.role === "tool") {
    fillTool(what, entry, call);
    return;
  }
  if (entry.role !== "agent") {
    what.replaceChildren(textOf(entry) || pending(entry));
    return;
  }
  const words = heard(entry);
  const gap = /^\s*/.exec(words.rest)[0]; // no line is struck through a space
  const parts = [words.heard + gap];
  if (words.rest && entry.cut) {
    parts.push(element("span", { className: "unseen", textContent: " Not heard: " }));
  }
  if (words.rest) {
    parts.push(element("span", { className: entry.cut ? "unheard" : "coming", textContent: words.rest.trimStart() }));
  }
  if (entry.cut) {
    const at = (entry.playedMs / 1_000).toFixed(1);
    parts.push(" ", element("span", { className: "badge cut", textContent: `cut at ${at} s` }));
  }
  what.replaceChildren(...parts);
  announce(entry);
}

function pending(entry) {
  if (!entry.done) {
    return "…";
  }
  const text = entry.unwritten ? "spoken; this model writes nothing down" : "spoken";
  return element("span", { className: "unwritten", textContent: text });
}

/** Tells a reply to those who cannot see it, once, when it is all there. */
function announce(entry) {
  if (entry.done && !entry.announced) {
    entry.announced = true;
    byId("spoken-live").textContent = `Agent: ${textOf(entry)}`;
  }
}

function fillTool(what, entry, call) {
  if (entry.output === undefined && what.querySelector("form")) {
    return; // somebody is writing the answer
  }
  const called = `${entry.name}(${pretty(entry.input)})`;
  const text = entry.output === undefined ? called : `${called}\n→ ${pretty(entry.output)}`;
  what.replaceChildren(element("pre", { textContent: text }));
  if (entry.output === undefined && entry.asked) {
    what.append(answerForm(entry, call));
  }
}

function answerForm(entry, call) {
  const text = element("textarea", { className: "code", rows: 2, value: '{"ok": true}' });
  text.setAttribute("aria-label", `What ${entry.name} answers`);
  const form = element(
    "form",
    {},
    text,
    element("button", { type: "submit", textContent: "Answer the call" }),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    form.remove();
    call.answerTool(entry, text.value);
  };
  return form;
}

function pretty(json) {
  try {
    const text = JSON.stringify(JSON.parse(json));
    return text.length < 48 ? text : JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json; // a tool may answer any text
  }
}
