// The page: a call, and the views of it.

import { Call } from "./call.js";
import { needsNewSession } from "./core/settings.js";
import { codeView } from "./view/code-view.js";
import { byId } from "./view/dom.js";
import { Kept } from "./view/kept.js";
import { keys } from "./view/keys.js";
import { latencyView } from "./view/latency-view.js";
import { logView } from "./view/log-view.js";
import { meterView, microphones } from "./view/meter.js";
import { openersView } from "./view/openers-view.js";
import { settingsView } from "./view/settings-view.js";
import { notify, statusView } from "./view/status.js";
import { tabs } from "./view/tabs.js";
import { transcriptView } from "./view/transcript-view.js";
import { turnsView } from "./view/turns-view.js";
import { wavesView } from "./view/waves.js";

const keptKey = new Kept("parley.key", { inTab: true });

/** The call of this page. */
export const call = new Call(location.origin, (what, about) => listeners[what]?.(about));

const status = statusView(call);
const latency = latencyView(call);
const turns = turnsView(call);
const waves = wavesView(call);
const meter = meterView(call);
const transcript = transcriptView(call);
const log = logView(call);
const code = codeView(location.origin);
const fillMicrophones = microphones(call);
const showOpeners = openersView(call, send, addExamples);
const settings = settingsView(onSettings, apply);
let applied = settings.current;

const listeners = {
  state: () => {
    status();
    latency();
    waves.changed();
    byId("apply").hidden = call.state !== "live" || same(settings.current, applied);
    if (call.state === "idle") {
      meter.stopped();
    } else if (call.hasMicrophone) {
      fillMicrophones();
    }
  },
  turns: () => {
    turns();
    showOpeners(settings.current);
    latency();
    waves.changed();
  },
  said: transcript.said,
  asked: transcript.asked,
  log,
  spoken: (chunk) => {
    meter.chunk(chunk);
    waves.spoken(chunk);
  },
  heard: waves.heard,
  notice: notify,
};

tabs(document.querySelector("[role=tablist]"));
keys(call);
let offered = offerModels();

byId("start").onclick = () => (call.state === "idle" ? start() : call.stop());
byId("retry").onclick = () => call.retryNow();
byId("key-form").onsubmit = (event) => {
  event.preventDefault();
  keptKey.text = byId("key").value.trim();
  byId("key").value = "";
  offered = offerModels();
  start();
};
byId("forget-key").onclick = () => {
  keptKey.text = null;
  byId("forget-key").hidden = true;
};
byId("composer").onsubmit = (event) => {
  event.preventDefault();
  const text = byId("text").value.trim();
  if (text && send(text, byId("text-as").value === "event")) {
    byId("text").value = "";
  }
};

/** Sends words, in a call that begins with them if need be; false if they have to wait. */
function send(text, asEvent = false) {
  if (call.state === "starting" || call.state === "waiting") {
    return false;
  }
  const words = () => (asEvent ? call.event(text) : call.write(text));
  if (call.state === "live") {
    words();
  } else {
    start({ listening: false, first: words });
  }
  return true;
}

function addExamples() {
  byId("examples").click();
  apply(settings.current);
}

async function start(options = {}) {
  await offered; // or a server's only model might not be chosen yet
  applied = settings.current;
  return call.start(applied, { key: key(), microphone: byId("microphone").value, ...options });
}

function key() {
  const kept = keptKey.text ?? "";
  byId("forget-key").hidden = !kept;
  return kept;
}

async function offerModels() {
  try {
    settings.offer(await call.models(key()));
  } catch (error) {
    if (error.about?.needsKey) {
      call.explain(error.about); // before somebody has pressed Start in vain
    } // otherwise the models are an offer: whoever starts is told why the server does not answer
  }
}

function onSettings(current) {
  code(current);
  showOpeners(current);
  byId("apply").hidden = call.state !== "live" || same(current, applied);
  byId("apply-note").textContent = "";
}

function apply(current) {
  if (call.state !== "live") {
    return;
  }
  if (needsNewSession(applied, current)) {
    byId("apply-note").textContent = "Takes a new call: press Stop, then Start.";
    return;
  }
  call.apply(current);
  applied = current;
  byId("apply").hidden = true;
  byId("apply-note").textContent = "Applied.";
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
