// Both voices over time, the waits between them, and where one cut the other.

import { waited } from "../core/latency.js";
import { Peaks } from "../core/peaks.js";
import { byId, millis } from "./dom.js";

const GAP = 56; // px between the voices, for the waits
const TOP = 18; // px for the scale
const COLUMN = 3; // px of a bar, with its gap
const LEAST = 0.012; // a voice that is there is seen

/** Draws a call; gives back what hears of peaks and what draws it anew. */
export function wavesView(call) {
  const canvas = byId("waves");
  const back = byId("waves-back");
  const caller = new Peaks();
  const agent = new Peaks();
  let colours = readColours();
  let drawing = false;
  let end = 0;

  const draw = () => {
    end = call.state === "idle" ? end : call.time;
    const begin = Math.min(caller.start ?? end, agent.start ?? end);
    const picture = paper(canvas, colours);
    const { span } = picture;
    back.max = String(Math.max(0, Math.ceil(end - begin - span)));
    back.disabled = Number(back.max) === 0;
    const until = end - Number(back.value);
    grid(picture, until - span, until, begin);
    voice(picture, caller.columns(until - span, until, picture.columns), picture.upper, colours.caller);
    voice(picture, agent.columns(until - span, until, picture.columns), picture.lower, colours.agent);
    if (call.state === "idle" && call.turns.all.length === 0) {
      picture.context.fillStyle = colours.soft;
      label(picture.context, "Both voices are drawn here as you talk.", picture.width / 2, picture.middle + 4, picture.width);
    }
    for (const turn of call.turns.all) {
      wait(picture, turn, until - span);
    }
    for (const cut of call.turns.interruptions) {
      interruption(picture, cut, until - span);
    }
  };

  const loop = () => {
    draw();
    if (call.state === "idle") {
      drawing = false;
    } else {
      requestAnimationFrame(loop);
    }
  };

  const wake = () => {
    canvas.setAttribute("aria-label", spoken(call));
    if (!drawing) {
      drawing = true;
      requestAnimationFrame(loop);
    }
  };

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    colours = readColours();
    wake();
  });
  new ResizeObserver(wake).observe(canvas);
  back.addEventListener("input", wake);
  return {
    spoken: ({ time, peak }) => caller.add(time, call.isMuted ? 0 : peak),
    heard: ({ time, peak }) => agent.add(time, peak),
    changed: wake,
  };
}

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    caller: read("caller"),
    agent: read("agent"),
    cut: read("cut"),
    ink: read("ink"),
    soft: read("soft"),
    line: read("line"),
    wait: read("line-strong"),
    font: getComputedStyle(document.body).fontFamily,
  };
}

/** An empty sheet, and where things go on it. */
function paper(canvas, colours) {
  const { clientWidth: width, clientHeight: height } = canvas;
  const scale = devicePixelRatio || 1;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  context.clearRect(0, 0, width, height);
  const lane = (height - GAP - TOP) / 2;
  const columns = Math.floor(width / COLUMN);
  return {
    context,
    colours,
    width,
    height,
    lane,
    columns,
    span: (columns * COLUMN) / (width < 500 ? 42 : 60), // seconds
    perSecond: width < 500 ? 42 : 60,
    upper: TOP + lane / 2,
    middle: TOP + lane + GAP / 2,
    lower: TOP + lane + GAP + lane / 2,
  };
}

function grid({ context, colours, width, height, perSecond, upper, lower }, from, to, begin) {
  context.font = `12px ${colours.font}`;
  context.fillStyle = colours.soft;
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  for (let second = Math.max(0, Math.ceil((from - begin) / 2) * 2); begin + second < to; second += 2) {
    const x = Math.round((begin + second - from) * perSecond) + 0.5;
    context.beginPath();
    context.moveTo(x, TOP);
    context.lineTo(x, height);
    context.stroke();
    if (x + 4 + context.measureText(`${second} s`).width < width) {
      context.fillText(`${second} s`, x + 4, 11);
    }
  }
  for (const y of [upper, lower]) {
    context.beginPath();
    context.moveTo(0, Math.round(y) + 0.5);
    context.lineTo(width, Math.round(y) + 0.5);
    context.stroke();
  }
}

function voice({ context, lane }, peaks, y, colour) {
  context.fillStyle = colour;
  peaks.forEach((peak, column) => {
    if (peak > LEAST) {
      const half = Math.max(1, (Math.sqrt(peak) * lane) / 2); // the quiet is to be seen, too
      context.fillRect(column * COLUMN, y - half, COLUMN - 1, 2 * half);
    }
  });
}

function wait({ context, colours, perSecond, width, middle }, turn, from) {
  const ms = waited(turn.marks);
  if (ms === null) {
    return;
  }
  const x = (turn.marks.end - from) * perSecond;
  const end = (turn.marks.played - from) * perSecond;
  if (end < 0 || x > width) {
    return;
  }
  context.fillStyle = colours.wait;
  context.fillRect(x, middle - 2, end - x, 5);
  context.fillStyle = colours.ink;
  context.font = `600 12.5px ${colours.font}`;
  label(context, `${millis(ms)} ms`, (x + end) / 2, middle - 8, width);
}

function interruption({ context, colours, perSecond, width, height, middle }, cut, from) {
  const x = Math.round((cut.silent - from) * perSecond);
  if (x < 0 || x > width) {
    return;
  }
  context.fillStyle = colours.cut;
  context.fillRect(x - 1, TOP, 2, height - TOP);
  context.font = `600 12.5px ${colours.font}`;
  label(context, `cut ${millis(cut.ms)} ms`, x + (x > width - 90 ? -44 : 44), middle + 24, width);
}

/** A word in the middle of a place, but on the sheet. */
function label(context, text, x, y, width) {
  const half = context.measureText(text).width / 2;
  context.fillText(text, Math.max(2, Math.min(width - 2 * half - 2, x - half)), y);
}

function spoken({ turns }) {
  const count = turns.all.length;
  const cuts = turns.interruptions.length;
  return `Both voices over time: ${count} ${count === 1 ? "turn" : "turns"}, ${cuts} ${
    cuts === 1 ? "interruption" : "interruptions"
  }`;
}
