// The whole call in one strip, with the part that the time line shows.

class Overview {
  constructor(timeline) {
    this.timeline = timeline;
    this.canvas = byId("overview");
    const look = (event) => {
      const box = this.canvas.getBoundingClientRect();
      const { from, to } = timeline.view;
      const at = ((event.clientX - box.left) / box.width) * call.length;
      timeline.show(at - (to - from) / 2, to - from);
    };
    this.canvas.addEventListener("pointerdown", (event) => {
      this.canvas.setPointerCapture(event.pointerId);
      look(event);
    });
    this.canvas.addEventListener("pointermove", (event) => event.buttons === 1 && look(event));
  }

  draw() {
    const width = this.canvas.clientWidth;
    if (width === 0) {
      return; // not on paper
    }
    const sheet = new Sheet(this.canvas, width, 44, 0, width, { from: 0, to: call.length });
    const { pen } = sheet;
    const palette = sheet.colours;
    drawWaveform(sheet, lanes.caller, { top: 1, height: 21 }, palette.caller);
    drawWaveform(sheet, lanes.agent, { top: 22, height: 21 }, palette.agent);
    pen.fillStyle = palette.cut;
    call.interruptions.forEach((cut) => pen.fillRect(sheet.x(cut.cut_ms) - 1, 0, 2, 44));
    const { from, to } = this.timeline.view;
    if (to - from < call.length) {
      const [left, right] = [sheet.x(from), Math.max(sheet.x(to), sheet.x(from) + 3)];
      pen.fillStyle = sheet.tint(palette.paper, 0.75);
      pen.fillRect(0, 0, left, 44);
      pen.fillRect(right, 0, width - right, 44);
      pen.strokeStyle = palette.ink;
      pen.lineWidth = 2;
      pen.strokeRect(left, 1, right - left, 42);
    }
  }
}
