// The picture of the call: two lanes on one axis, to zoom and to move, with a play head.

const SHORTEST_VIEW = 250;
const PAPER_WIDTH = 940;

class Timeline {
  constructor(player) {
    this.player = player;
    this.box = byId("timeline");
    this.canvas = byId("picture");
    this.overview = new Overview(this);
    this.view = { from: 0, to: call.length };
    this.spots = [];
    this.pointers = new Map();
    this.listen();
    new ResizeObserver(() => this.draw()).observe(this.box);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
  }

  // Where things are.

  /** The rows from top to bottom; a call without tools or interruptions needs no rows for them. */
  rows() {
    const lane = this.narrow ? 84 : 112;
    const heights = {
      axis: 22,
      caller: lane,
      wait: 34,
      tools: call.hasTools ? 22 : 0,
      cut: call.interruptions.length > 0 ? 24 : 0,
      agent: lane,
      words: 26,
    };
    let top = 0;
    return Object.fromEntries(
      Object.entries(heights).map(([name, height]) => {
        const row = { top, height };
        top += height;
        return [name, row];
      }),
    );
  }

  get fullWidth() {
    return this.onPaper ? PAPER_WIDTH : this.box.clientWidth;
  }

  get narrow() {
    return this.fullWidth < 640;
  }

  get left() {
    return this.narrow ? 60 : 68;
  }

  get width() {
    return Math.max(1, this.fullWidth - this.left - 10);
  }

  x(at) {
    return this.left + ((at - this.view.from) / (this.view.to - this.view.from)) * this.width;
  }

  timeAt(x) {
    return this.view.from + ((x - this.left) / this.width) * (this.view.to - this.view.from);
  }

  // Drawing.

  draw() {
    const rows = this.rows();
    const height = rows.words.top + rows.words.height;
    const sheet = new Sheet(this.canvas, this.fullWidth, height, this.left, this.width, this.view);
    sheet.rows = rows;
    this.spots = sheet.spots;
    const { from, to } = this.view;
    const seen = (start, end) => start <= to && end >= from;
    const turns = call.turns.filter((turn) => seen(turn.speech.start_ms, turn.until));
    const asked = turns.filter(
      (turn) => turn.tool_calls.length > 0 && seen(turn.toolsFrom, turn.toolsTo),
    );
    const cuts = call.interruptions.filter((cut) => seen(cut.onset_ms, cut.cut_ms));
    sheet.crowded = this.width / turns.length < 28;
    asked.forEach((turn) => sheet.reserve(rows.tools, this.x(turn.toolsFrom) - 2, this.x(turn.toolsTo) + 2));
    cuts.forEach((cut) => sheet.reserve(rows.cut, this.x(cut.onset_ms) - 1, this.x(cut.cut_ms) + 1));

    drawAxis(sheet);
    sheet.inside(() => {
      turns.forEach((turn) => drawSpeech(sheet, turn));
      const replies = call.replies.filter((r) => seen(r.first_audio_ms, r.end_ms ?? r.first_audio_ms));
      replies.forEach((reply) => drawReply(sheet, reply));
      drawWaveform(sheet, lanes.caller, rows.caller, sheet.colours.caller);
      drawWaveform(sheet, lanes.agent, rows.agent, sheet.colours.agent);
      turns
        .filter((turn) => turn.heard && seen(turn.speech.end_ms, turn.reply.first_audio_ms))
        .forEach((turn) => drawWait(sheet, turn));
      asked.forEach((turn) => drawTools(sheet, turn));
      cuts.forEach((cut) => drawInterruption(sheet, cut));
    });
    this.drawNames(sheet);
    this.overview.draw();
    this.moveHead();
  }

  drawNames(sheet) {
    const { rows, colours } = sheet;
    const names = [
      ["caller", rows.caller, colours.caller, lanes.caller],
      ["waited", rows.wait, colours.soft, null],
      ["tools", rows.tools, colours.tool, null],
      ["cut", rows.cut, colours.cut, null],
      ["agent", rows.agent, colours.agent, lanes.agent],
    ];
    for (const [name, row, colour, lane] of names.filter(([, row]) => row.height > 0)) {
      const y = row.top + row.height / 2 + 4;
      sheet.text(name, 8, y, colour, this.narrow ? 12 : 13, 600);
      if (lane) {
        sheet.text(this.loudness(lane), 8, y + 16, colours.soft, this.narrow ? 10 : 12);
      }
    }
  }

  /** The lane's peak: waveforms are drawn to the height of their rows, however loud they are. */
  loudness(lane) {
    const silent = waveform.seconds > 0 ? "silent" : "no audio";
    return lane.peak === 0 ? silent : `${Math.round(20 * Math.log10(lane.peak))}${THIN}dB`.replace("-", "−");
  }

  moveHead() {
    const at = this.player.position;
    const x = this.x(at);
    const head = byId("head");
    head.hidden = x < this.left - 1 || x > this.left + this.width + 1;
    head.style.transform = `translateX(${x}px)`;
    this.box.setAttribute("aria-valuemin", 0);
    this.box.setAttribute("aria-valuemax", Math.round(call.length / 10) / 100);
    this.box.setAttribute("aria-valuenow", Math.round(at / 10) / 100);
    this.box.setAttribute("aria-valuetext", `${clock(at)} of ${clock(call.length)}`);
  }

  // Moving.

  show(from, span) {
    const kept = Math.min(call.length, Math.max(Math.min(SHORTEST_VIEW, call.length), span));
    const start = Math.max(0, Math.min(call.length - kept, from));
    this.view = { from: start, to: start + kept };
    this.redraw();
  }

  /** Draws the whole call as wide as paper is, for as long as it is being printed. */
  print(onPaper) {
    this.onPaper = onPaper;
    this.kept ??= this.view;
    this.view = onPaper ? { from: 0, to: call.length } : this.kept;
    this.kept = onPaper ? this.kept : undefined;
    this.draw();
  }

  /** Draws once before the next frame, however often it is asked to until then. */
  redraw() {
    this.pending ??= requestAnimationFrame(() => {
      this.pending = undefined;
      this.draw();
    });
  }

  zoom(factor, at = this.middle()) {
    const span = (this.view.to - this.view.from) * factor;
    const kept = Math.min(call.length, Math.max(SHORTEST_VIEW, span));
    const share = (at - this.view.from) / (this.view.to - this.view.from);
    this.show(at - share * kept, kept);
  }

  /** Where buttons and keys zoom to: the play head if it can be seen, else the middle. */
  middle() {
    const at = this.player.position;
    const { from, to } = this.view;
    return at > from && at < to ? at : (from + to) / 2;
  }

  /** Brings a place into view, if it is not there. */
  reveal(at) {
    const { from, to } = this.view;
    if (at < from || at > to) {
      this.show(at - (to - from) * 0.1, to - from);
    }
  }

  /** Turns the page when the play head runs out of it, but not if the reader has looked elsewhere. */
  follow(before, now) {
    const { from, to } = this.view;
    if (before >= from && before <= to && now > to) {
      this.show(now - (to - from) * 0.05, to - from);
    }
    this.moveHead();
  }

  // Pointers: one moves or seeks, two zoom.

  listen() {
    const { box } = this;
    box.addEventListener("pointerdown", (event) => this.down(event));
    box.addEventListener("pointermove", (event) => this.move(event));
    box.addEventListener("pointerup", (event) => this.up(event));
    box.addEventListener("pointercancel", (event) => this.pointers.delete(event.pointerId));
    box.addEventListener("pointerleave", () => this.hint(null));
    box.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  down(event) {
    if (event.button === 0) {
      this.box.setPointerCapture(event.pointerId);
      this.pointers.set(event.pointerId, this.place(event));
      this.grip = { view: this.view, points: [...this.pointers.values()], moved: false };
    }
  }

  move(event) {
    const point = this.place(event);
    if (!this.pointers.has(event.pointerId)) {
      this.hint(point);
      return;
    }
    this.pointers.set(event.pointerId, point);
    const { view, points } = this.grip;
    const now = [...this.pointers.values()];
    this.grip.moved ||= now.length > 1 || Math.abs(point.x - points[0].x) > 4;
    if (!this.grip.moved || now.length !== points.length) {
      return;
    }
    this.hint(null);
    this.box.classList.add("moving");
    const spread = (list) => Math.max(20, Math.abs(list[0].x - list.at(-1).x));
    const middle = (list) => (list[0].x + list.at(-1).x) / 2;
    const span = (view.to - view.from) * (now.length > 1 ? spread(points) / spread(now) : 1);
    const held = view.from + ((middle(points) - this.left) / this.width) * (view.to - view.from);
    this.show(held - ((middle(now) - this.left) / this.width) * span, span);
  }

  up(event) {
    if (!this.pointers.delete(event.pointerId)) {
      return;
    }
    if (this.pointers.size > 0) {
      this.grip = { view: this.view, points: [...this.pointers.values()], moved: true };
      return;
    }
    this.box.classList.remove("moving");
    if (!this.grip.moved) {
      this.player.seek(this.timeAt(this.place(event).x));
      this.hint(this.place(event));
    }
  }

  wheel(event) {
    const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const whole = this.view.to - this.view.from >= call.length;
    if (!event.ctrlKey && whole && (sideways || event.deltaY > 0)) {
      return; // there is nothing more to see: the wheel is the page's
    }
    event.preventDefault();
    const turned = (event.deltaMode === 1 ? 20 : 1) * (sideways ? event.deltaX || event.deltaY : event.deltaY);
    if (sideways) {
      this.show(this.view.from + (turned / this.width) * (this.view.to - this.view.from), this.view.to - this.view.from);
    } else {
      this.zoom(Math.exp(Math.max(-120, Math.min(120, turned)) / 240), this.timeAt(this.place(event).x));
    }
  }

  place(event) {
    const box = this.box.getBoundingClientRect();
    return { x: event.clientX - box.left - 1, y: event.clientY - box.top - 1 };
  }

  // Details of what is under the pointer.

  hint(point) {
    const [tip, line] = [byId("tip"), byId("crosshair")];
    const inside = point !== null && point.x >= this.left && point.x <= this.left + this.width;
    tip.hidden = line.hidden = !inside;
    if (!inside) {
      return;
    }
    line.style.transform = `translateX(${point.x}px)`;
    const spot = this.spots.findLast(
      (s) => point.x >= s.from - 2 && point.x <= s.to + 2 && point.y >= s.top && point.y <= s.bottom,
    );
    const at = clock(this.timeAt(point.x), 3);
    tip.replaceChildren(...(spot ? [el("b", {}, spot.title), spot.lines.join("\n")] : [at]));
    const right = point.x + 14 + tip.offsetWidth < this.box.clientWidth;
    const x = right ? point.x + 14 : Math.max(4, point.x - 14 - tip.offsetWidth);
    const y = Math.max(4, Math.min(point.y + 14, this.box.clientHeight - tip.offsetHeight - 4));
    tip.style.left = `${x}px`;
    tip.style.top = `${y}px`;
  }
}
