// The events of a call, the last one first.

import { gist, matches } from "../core/log.js";
import { byId, element, onceAFrame } from "./dom.js";

const MOST = 300; // rows on the page; the filter looks at all

/** Shows the log of a call; gives back what to do when it has grown. */
export function logView(call) {
  const list = byId("events");
  const filter = byId("filter");
  const withAudio = byId("with-audio");
  const shown = new Map(); // row: its element, so that open ones stay open

  const draw = onceAFrame(() => {
    if (byId("panel-events").hidden) {
      return;
    }
    const rows = call.log.rows.filter((row) => matches(row, filter.value, withAudio.checked));
    const wanted = rows.slice(-MOST).reverse();
    for (const row of shown.keys()) {
      if (!wanted.includes(row)) {
        shown.delete(row);
      }
    }
    list.replaceChildren(...wanted.map((row) => item(row, shown)));
    if (wanted.length === 0) {
      const text = call.log.rows.length === 0 ? "No events yet." : "No event is like that.";
      list.append(element("li", { className: "small", textContent: text }));
    }
  });

  filter.oninput = draw;
  withAudio.onchange = draw;
  byId("tab-events").addEventListener("click", draw);
  byId("tab-events").addEventListener("focus", draw);
  byId("clear").onclick = () => {
    call.log.clear();
    draw();
  };
  byId("save").onclick = () => save(call.log.lines());
  draw();
  return draw;
}

function item(row, shown) {
  const known = shown.get(row);
  if (known?.count === row.count) {
    return known.item;
  }
  const details = element(
    "details",
    { className: `${row.direction} ${row.type === "error" ? "error" : ""}`, open: known?.details.open ?? false },
    summary(row),
    element("pre", { textContent: JSON.stringify(row.event, null, 2) }),
  );
  const entry = { count: row.count, details, item: element("li", {}, details) };
  shown.set(row, entry);
  return entry.item;
}

function summary(row) {
  const out = row.direction === "out";
  return element(
    "summary",
    {},
    element("span", { className: "way", textContent: out ? "↑" : "↓", title: out ? "sent" : "received" }),
    element("span", { className: "type", textContent: row.type }),
    element("span", { className: "at", textContent: `${row.time.toFixed(2)} s` }),
    element("span", { className: "gist", textContent: gist(row) }),
  );
}

function save(text) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/jsonl" }));
  element("a", { href: url, download: "parley-events.jsonl" }).click();
  URL.revokeObjectURL(url);
}
