// Tabs, as screen readers and keyboards expect them.

import { byId } from "./dom.js";

/** Makes a row of tabs work. */
export function tabs(row) {
  const all = [...row.querySelectorAll("[role=tab]")];
  const choose = (tab) => {
    for (const each of all) {
      const chosen = each === tab;
      each.setAttribute("aria-selected", String(chosen));
      each.tabIndex = chosen ? 0 : -1;
      byId(each.getAttribute("aria-controls")).hidden = !chosen;
    }
  };
  for (const [i, tab] of all.entries()) {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step) {
        const next = all[(i + step + all.length) % all.length];
        choose(next);
        next.focus();
      }
    });
  }
}
