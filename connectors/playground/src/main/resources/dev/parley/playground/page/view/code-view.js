// The session of the page as JSON and as programs, to be copied.

import { sessionOf } from "../core/settings.js";
import { snippets } from "../core/snippets.js";
import { byId, element } from "./dom.js";

/** Shows settings as code; gives back what to do when they change. */
export function codeView(origin) {
  const select = byId("snippet");
  let texts = [];

  const draw = () => {
    byId("code").textContent = texts[select.selectedIndex]?.code ?? "";
    byId("copied").textContent = "";
  };

  select.onchange = draw;
  byId("copy").onclick = async () => {
    await navigator.clipboard.writeText(byId("code").textContent);
    byId("copied").textContent = "Copied.";
  };
  return (settings) => {
    const session = sessionOf(settings);
    texts = [
      { name: "Session (JSON)", code: JSON.stringify(session, null, 2) },
      ...snippets(session, origin),
    ];
    const chosen = Math.max(0, select.selectedIndex);
    select.replaceChildren(...texts.map(({ name }) => element("option", { textContent: name })));
    select.selectedIndex = chosen;
    draw();
  };
}
