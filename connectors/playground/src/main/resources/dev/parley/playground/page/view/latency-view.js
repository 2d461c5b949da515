// The counter: how long the caller waits for the answer. It runs while they wait.

import { summary, waited } from "../core/latency.js";
import { byId, millis } from "./dom.js";

/** Shows the waits of a call; gives back what to do when a turn changes. */
export function latencyView(call) {
  let running = null;

  const show = (state, ms) => {
    byId("latency").textContent = ms === null ? "0" : millis(ms);
    byId("latency").closest(".counter").dataset.state = state;
  };

  const run = () => {
    const { marks } = running;
    if (call.state !== "live" || marks.played !== undefined || running !== call.turns.all.at(-1)) {
      running = null;
      draw();
      return;
    }
    show("running", (call.time - marks.end) * 1_000);
    requestAnimationFrame(run);
  };

  const draw = () => {
    const last = call.turns.all.findLast((turn) => turn.kind !== "greeting");
    if (!running && last && last === call.turns.all.at(-1) && waits(last) && call.state === "live") {
      running = last;
      run();
    }
    const done = call.turns.waits();
    const all = summary(done);
    if (!running) {
      show(all ? "done" : "none", all ? done.at(-1) : null);
    }
    byId("latency-p50").textContent = all ? `${millis(all.p50)} ms` : "–";
    byId("latency-worst").textContent = all ? `${millis(all.worst)} ms` : "–";
    byId("latency-count").textContent = String(done.length);
    const cut = call.turns.interruptions.at(-1);
    byId("cut-last").textContent = cut ? `${millis(cut.ms)} ms` : "–";
    byId("sound-card").textContent = `+ ${millis(call.outputLatencyMs)} ms in the sound card`;
    byId("sound-card").classList.toggle("unknown", call.outputLatencyMs < 0.5); // keeps its room
  };
  return draw;
}

/** Whether an answer is on its way; a turn that nobody answers is not waited for. */
function waits(turn) {
  return waited(turn.marks) === null && turn.cut === null;
}
