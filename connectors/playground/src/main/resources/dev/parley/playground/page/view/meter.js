// How loud the microphone is, and which one it is.

import { byId, element, onceAFrame } from "./dom.js";

const QUIETEST = -60; // dB
const HOT = -3;
const FALL = 0.86; // of the bar a chunk of 20 ms

/** Shows the level of a call's microphone; gives back what hears of each chunk. */
export function meterView(call) {
  const meter = byId("meter");
  const bar = byId("meter-bar");
  let shown = 0;
  let level = QUIETEST;
  const draw = onceAFrame(() => {
    bar.style.transform = `scaleX(${shown.toFixed(3)})`;
    meter.classList.toggle("hot", level > HOT);
    meter.setAttribute("aria-valuenow", String(Math.round(level)));
    meter.setAttribute("aria-valuetext", level < -45 ? "quiet" : level > HOT ? "too loud" : "good");
  });
  return {
    chunk: ({ peak }) => {
      level = call.isMuted ? QUIETEST : Math.max(QUIETEST, 20 * Math.log10(peak + 1e-6));
      shown = Math.max((level - QUIETEST) / -QUIETEST, shown * FALL);
      draw();
    },
    stopped: () => {
      shown = 0;
      level = QUIETEST;
      draw();
    },
  };
}

/** Lets the person choose a microphone. */
export function microphones(call) {
  const select = byId("microphone");
  const fill = async () => {
    const devices = await call.microphones();
    const chosen = select.value;
    select.replaceChildren(
      element("option", { value: "", textContent: "Default microphone" }),
      ...devices
        .filter((each) => each.deviceId !== "default")
        .map((each, i) =>
          element("option", {
            value: each.deviceId,
            textContent: each.label || `Microphone ${i + 1}`,
          }),
        ),
    );
    select.value = devices.some((each) => each.deviceId === chosen) ? chosen : "";
  };
  select.onchange = () => call.listenWith(select.value);
  navigator.mediaDevices?.addEventListener("devicechange", fill);
  fill();
  return fill;
}
