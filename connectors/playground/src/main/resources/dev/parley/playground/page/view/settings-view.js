// The form of a session's settings.

import { DEFAULTS, EAGERNESS, EFFORTS, problems, restored } from "../core/settings.js";
import { EXAMPLE_INSTRUCTIONS, EXAMPLES } from "../core/tools.js";
import { readTools } from "../core/tool-list.js";
import { byId, element } from "./dom.js";
import { Kept } from "./kept.js";

const VOICES = ["freetts", "freetts:casual", "freetts:calm", "freetts:serious", "espeak-ng", "marin", "cedar", "alloy"];

/**
 * The form, filled as it was left.
 *
 * @param changed hears of settings that are as they should be
 * @param apply takes settings for the call that runs
 */
export function settingsView(changed, apply) {
  const form = byId("settings");
  const kept = new Kept("parley.settings");
  let settings = restored(kept.text);
  options("effort", [["", "the model’s own"], ...EFFORTS.map((word) => [word, word])]);
  options("eagerness", EAGERNESS.map((word) => [word, word]));
  byId("voices").append(...VOICES.map((value) => element("option", { value })));

  const write = () => {
    for (const [name, value] of Object.entries(settings)) {
      const field = form.elements[name];
      field[field.type === "checkbox" ? "checked" : "value"] = value;
    }
  };

  const read = () => {
    const next = {};
    for (const name of Object.keys(DEFAULTS)) {
      const field = form.elements[name];
      next[name] = field.type === "checkbox" ? field.checked : field.value;
    }
    return next;
  };

  const check = () => {
    const now = read();
    const wrong = problems(now);
    byId("by-silence").hidden = now.detection !== "server_vad";
    byId("by-meaning").hidden = now.detection !== "semantic_vad";
    form.elements.interrupt.closest("label").hidden = now.detection === "none";
    for (const name of Object.keys(DEFAULTS)) {
      mark(form.elements[name], wrong[name]);
    }
    if (Object.keys(wrong).length === 0) {
      settings = now;
      kept.text = JSON.stringify(now);
      changed(now);
    }
    byId("apply").disabled = Object.keys(wrong).length > 0;
  };

  form.addEventListener("input", check);
  form.onsubmit = (event) => {
    event.preventDefault();
    check();
    apply(settings);
  };
  byId("defaults").onclick = () => {
    settings = { ...DEFAULTS };
    write();
    check();
  };
  byId("examples").onclick = () => {
    const field = form.elements.tools;
    const there = readTools(field.value).tools;
    const more = EXAMPLES.filter((tool) => there.every((each) => each.name !== tool.name));
    field.value = JSON.stringify([...there, ...more], null, 2);
    if (!form.elements.instructions.value.trim()) {
      form.elements.instructions.value = EXAMPLE_INSTRUCTIONS;
    }
    check();
  };
  write();
  check();
  return {
    get current() {
      return settings;
    },
    /** The models that the server lists. */
    offer(models) {
      byId("models").replaceChildren(...models.map((value) => element("option", { value })));
      if (models.length > 0 && settings.model === DEFAULTS.model && !models.includes(settings.model)) {
        form.elements.model.value = models[0];
        check();
      }
    },
  };
}

function options(name, pairs) {
  byId(`set-${name}`).append(
    ...pairs.map(([value, textContent]) => element("option", { value, textContent })),
  );
}

/** Says what is wrong with a field, beside it. */
function mark(field, sentence) {
  const id = `${field.name}-wrong`;
  byId(id)?.remove();
  if (sentence) {
    const said = element("p", { id, className: "wrong", textContent: sentence });
    field.closest(".field").append(said);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", id);
  } else {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
}
