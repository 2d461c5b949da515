// Puts the page together.

const player = new Player();
const timeline = new Timeline(player);

function go(at) {
  player.seek(at);
  timeline.reveal(at);
}

/** Marks the row of the turn that is being played. */
function markRow(now) {
  const turn = call.turns.findLast((each) => each.speech.start_ms <= now + 1);
  const current = turn && now <= turn.until + 500 ? turn.speech.start_ms : null;
  for (const row of rows) {
    const isCurrent = Number(row.dataset.at) === current;
    if (isCurrent && !row.hasAttribute("aria-current")) {
      row.setAttribute("aria-current", "true");
    } else if (!isCurrent) {
      row.removeAttribute("aria-current");
    }
  }
}

const keys = {
  " ": () => player.toggle(),
  ArrowLeft: (event) => player.skip(event.shiftKey ? -5000 : -1000),
  ArrowRight: (event) => player.skip(event.shiftKey ? 5000 : 1000),
  Home: () => player.seek(0),
  End: () => player.seek(call.length),
  "+": () => timeline.zoom(1 / 1.6),
  "=": () => timeline.zoom(1 / 1.6),
  "-": () => timeline.zoom(1.6),
  0: () => timeline.show(0, call.length),
};

function onKey(event) {
  const own = event.target.closest?.("button, summary, pre, a");
  const isOwn = own && event.key === " ";
  const page = ["Home", "End"].includes(event.key) && event.target.id !== "timeline";
  if (event.ctrlKey || event.metaKey || event.altKey || isOwn || page || !(event.key in keys)) {
    return;
  }
  event.preventDefault();
  keys[event.key](event);
  if (event.key.startsWith("Arrow")) {
    timeline.reveal(player.position);
  }
}

/** On paper: dark on white, the whole call, nothing folded away. */
function onPaper() {
  document.documentElement.dataset.print = "";
  document.querySelectorAll("details").forEach((details) => (details.open = true));
  timeline.print(true);
}

function offPaper() {
  delete document.documentElement.dataset.print;
  timeline.print(false);
}

header();
legend();
byId("turns").append(turns(go));
byId("interruptions").append(interruptions(go));
byId("announcements").append(announcements(go));
plan();
const rows = [...document.querySelectorAll(".turns tr[data-at]")];
player.moved = (before, now) => {
  timeline.follow(before, now);
  markRow(now);
};
timeline.draw();

byId("zoom-in").addEventListener("click", keys["+"]);
byId("zoom-out").addEventListener("click", keys["-"]);
byId("zoom-all").addEventListener("click", keys[0]);
addEventListener("keydown", onKey);
addEventListener("beforeprint", onPaper);
addEventListener("afterprint", offPaper);
