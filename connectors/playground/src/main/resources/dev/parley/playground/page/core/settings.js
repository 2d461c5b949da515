// What a session is asked to be: as a person fills it in, and as the protocol has it.

import { RATE } from "./pcm.js";
import { readTools } from "./tool-list.js";

/** What holds where nothing else was chosen. */
export const DEFAULTS = {
  model: "gpt-realtime",
  voice: "",
  instructions: "",
  effort: "",
  detection: "server_vad",
  threshold: "0.5",
  silence: "500",
  padding: "300",
  eagerness: "auto",
  interrupt: true,
  transcribe: true,
  greet: true,
  echo: true,
  tools: "",
};

export const EFFORTS = ["minimal", "low", "medium", "high", "xhigh"];
export const EAGERNESS = ["low", "auto", "medium", "high"];

const LONGEST_INSTRUCTIONS = 256 * 1_024;

/** What is wrong with some settings: a sentence for each field that cannot be used. */
export function problems(settings) {
  const found = {};
  if (!settings.model.trim()) {
    found.model = "Name a model.";
  } else if (/[\x00-\x1f]/.test(settings.model) || settings.model.length > 128) {
    found.model = "A model's name is one line of at most 128 letters.";
  }
  if (settings.voice.length > 128) {
    found.voice = "A voice's name has at most 128 letters.";
  }
  if (new TextEncoder().encode(settings.instructions).length > LONGEST_INSTRUCTIONS) {
    found.instructions = "Instructions may have 256 KiB: shorten them.";
  }
  if (settings.detection === "server_vad") {
    check(found, settings, "threshold", 0, 1, "a number from 0 (everything is speech) to 1");
    check(found, settings, "silence", 0, 60_000, "whole milliseconds from 0 to 60000", true);
    check(found, settings, "padding", 0, 10_000, "whole milliseconds from 0 to 10000", true);
  }
  const { problem } = readTools(settings.tools);
  if (problem) {
    found.tools = problem;
  }
  return found;
}

function check(found, settings, field, least, most, kind, whole = false) {
  const text = String(settings[field]).trim();
  const value = Number(text);
  if (text === "" || !(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
    found[field] = `This is ${kind}.`;
  }
}

/**
 * The session that these settings ask for. It says only what differs from the server's defaults, so
 * that it is short enough to be read where it is pasted.
 */
export function sessionOf(settings) {
  const tools = readTools(settings.tools).tools;
  const instructions = settings.instructions.trim();
  return {
    type: "realtime",
    model: settings.model.trim(),
    ...(instructions && { instructions }),
    ...(settings.effort && { reasoning: { effort: settings.effort } }),
    output_modalities: ["audio"],
    audio: {
      input: {
        format: { type: "audio/pcm", rate: RATE },
        ...(settings.transcribe && { transcription: { model: "gpt-4o-mini-transcribe" } }),
        turn_detection: detectionOf(settings),
      },
      output: {
        format: { type: "audio/pcm", rate: RATE },
        ...(settings.voice.trim() && { voice: settings.voice.trim() }),
      },
    },
    ...(tools.length > 0 && { tools }),
  };
}

function detectionOf(settings) {
  const rest = settings.interrupt ? {} : { interrupt_response: false };
  switch (settings.detection) {
    case "server_vad":
      return {
        type: "server_vad",
        threshold: Number(settings.threshold),
        prefix_padding_ms: Number(settings.padding),
        silence_duration_ms: Number(settings.silence),
        ...rest,
      };
    case "semantic_vad":
      return { type: "semantic_vad", eagerness: settings.eagerness, ...rest };
    default:
      return null;
  }
}

/**
 * What a running session must be told so that it is as these settings ask. Its model stays; what is
 * no longer said is cleared; the voice is named only if it changes, since a session that has spoken
 * refuses another one.
 */
export function updateOf(before, after) {
  const { model, ...now } = sessionOf(after);
  const was = sessionOf(before);
  if (was.audio.output.voice === now.audio.output.voice) {
    delete now.audio.output.voice;
  }
  if (!now.audio.input.transcription) {
    now.audio.input.transcription = null;
  }
  if (was.instructions !== undefined || now.instructions !== undefined) {
    now.instructions ??= "";
  }
  if (was.tools !== undefined || now.tools !== undefined) {
    now.tools ??= [];
  }
  return now;
}

/** Whether a running session can take this change, or needs to begin anew. */
export function needsNewSession(before, after) {
  return (
    before.model.trim() !== after.model.trim() ||
    before.echo !== after.echo ||
    (before.effort !== "" && after.effort === "") // an effort can be changed, not taken back
  );
}

/** Settings as they were kept; whatever is missing or of another kind is the default. */
export function restored(text) {
  let kept = null;
  try {
    kept = JSON.parse(text ?? "null");
  } catch {
    return { ...DEFAULTS }; // somebody else's text: begin anew
  }
  const settings = { ...DEFAULTS };
  for (const [name, value] of Object.entries(kept ?? {})) {
    if (typeof value === typeof DEFAULTS[name]) {
      settings[name] = value;
    }
  }
  return settings;
}
