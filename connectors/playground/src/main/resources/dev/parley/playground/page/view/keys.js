// The keyboard: Space mutes, or talks while it is down; Escape interrupts.

import { byId } from "./dom.js";

/** Lets keys and the talk button steer a call. */
export function keys(call) {
  const talkOrMute = (pressed) => {
    if (call.state !== "live" || !call.hasMicrophone) {
      return;
    }
    if (call.isByHand) {
      call.talk(pressed);
    } else if (pressed) {
      call.mute(!call.isMuted);
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      call.interrupt();
    } else if (event.key === " " && isFree(event.target)) {
      event.preventDefault();
      if (!event.repeat) {
        talkOrMute(true);
      }
    }
  });
  document.addEventListener("keyup", (event) => {
    if (event.key === " " && call.isTalking) {
      talkOrMute(false);
    }
  });
  addEventListener("blur", () => call.talk(false)); // the key may come up elsewhere

  const button = byId("mute");
  button.addEventListener("pointerdown", (event) => {
    if (call.isByHand) {
      button.setPointerCapture(event.pointerId);
      talkOrMute(true);
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    button.addEventListener(end, () => call.isByHand && talkOrMute(false));
  }
  button.addEventListener("click", () => {
    if (!call.hasMicrophone) {
      call.listenWith(byId("microphone").value);
    } else if (!call.isByHand) {
      talkOrMute(true);
    }
  });
  byId("interrupt").addEventListener("click", () => call.interrupt());
}

/** Whether Space means nothing else here. */
function isFree(target) {
  return (
    target.id === "mute" || !target.closest("input, select, textarea, button, summary, [role=tab]")
  );
}
