// Whether there is a call, and what stands in its way.

import { byId, element } from "./dom.js";

const MICROPHONE =
  "M12 2a3.5 3.5 0 0 0-3.5 3.5v6a3.5 3.5 0 0 0 7 0v-6A3.5 3.5 0 0 0 12 2zM5 10.5a1 1 0 0 1 2 0v1a5 5 0 0 0 10 0v-1a1 1 0 0 1 2 0v1a7 7 0 0 1-6 6.9V21a1 1 0 0 1-2 0v-2.6a7 7 0 0 1-6-6.9z";
const SQUARE = "M7 5h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z";

const NOTICES = 3;

/** Shows the state of a call; gives back what to do when it changes. */
export function statusView(call) {
  const draw = () => {
    const idle = call.state === "idle";
    byId("status").dataset.state = call.state;
    byId("status-text").textContent = words(call);
    byId("status-wait").textContent = call.waiting > 0 ? ` in ${call.waiting} s` : "";
    byId("start").disabled = false; // as long as this script was not there, it did nothing
    byId("start").dataset.does = idle ? "start" : "stop";
    byId("start-word").textContent = idle ? "Start" : "Stop";
    byId("start-icon").setAttribute("d", idle ? MICROPHONE : SQUARE);
    byId("in-call").hidden = idle;
    byId("mute").disabled = call.state !== "live";
    byId("mute-key").hidden = !call.hasMicrophone;
    byId("mute").classList.toggle("talk", call.isTalking);
    byId("mute").setAttribute("aria-pressed", String(call.isByHand ? call.isTalking : call.isMuted));
    byId("mute-word").textContent = muteWord(call);
    byId("interrupt").disabled = call.state !== "live" || !call.isAudible;
    byId("hint").hidden = call.problem !== null && call.state !== "live";
    byId("hint").textContent = hint(call);
    drawProblem(call);
  };
  draw();
  return draw;
}

function words(call) {
  switch (call.state) {
    case "starting":
      return "Connecting…";
    case "live":
      return call.isMuted ? "Connected, muted" : "Connected";
    case "waiting":
      return call.waiting > 0 ? "Trying again" : "Trying again…";
    default:
      return "Not connected";
  }
}

function muteWord(call) {
  if (!call.hasMicrophone && call.state === "live") {
    return "Use the microphone";
  }
  if (call.isByHand) {
    return call.isTalking ? "Let go to send" : "Hold to talk";
  }
  return call.isMuted ? "Unmute" : "Mute";
}

function hint(call) {
  if (call.state === "idle") {
    return "Press Start and talk. Speak into the answer whenever you like.";
  }
  if (call.state === "starting") {
    return "Your browser may ask for the microphone: allow it.";
  }
  if (!call.hasMicrophone) {
    return "The microphone is off. Type below, and you will hear the answer.";
  }
  return call.isByHand ? "Hold the button, or Space, while you talk." : "Talk. Speak into the answer whenever you like.";
}

function drawProblem({ problem, state }) {
  byId("problem").hidden = problem === null;
  byId("problem-title").textContent = problem ? `${problem.title}.` : "";
  byId("problem-text").textContent = problem?.text ?? "";
  byId("key-form").hidden = !problem?.needsKey;
  byId("retry").hidden = state !== "waiting";
}

/** Something that the person should know, and that stops nothing. */
export function notify({ title, text }) {
  const notices = byId("notices");
  const close = element("button", { type: "button", textContent: "✕" });
  close.setAttribute("aria-label", "Close this message");
  const notice = element(
    "div",
    { className: "notice" },
    element("p", {}, element("strong", { textContent: `${title}. ` }), text),
    close,
  );
  close.onclick = () => notice.remove();
  notices.append(notice);
  while (notices.children.length > NOTICES) {
    notices.firstElementChild.remove();
  }
}
