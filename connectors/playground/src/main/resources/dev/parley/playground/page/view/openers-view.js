// What a person may say first: shown until they have said something.

import { readTools } from "../core/tool-list.js";
import { openers } from "../core/tools.js";
import { byId, element } from "./dom.js";

/**
 * Offers first words; gives back what to do when settings or turns have changed.
 *
 * @param say is given the words that were chosen
 * @param addExamples puts the example tools into the settings
 */
export function openersView(call, say, addExamples) {
  return (settings) => {
    const { tools, problem } = readTools(settings.tools);
    const words = openers(tools).map((text) => chip(`“${text}”`, () => say(text)));
    if (tools.length === 0 && !problem) {
      words.push(chip("Add example tools", addExamples));
    }
    byId("openers-words").replaceChildren(...words);
    byId("openers").hidden = call.turns.all.some(({ kind }) => kind !== "greeting");
  };
}

function chip(textContent, onclick) {
  return element("button", { type: "button", className: "chip", textContent, onclick });
}
