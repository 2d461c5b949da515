// What the time line is drawn on: a canvas that knows where a time is, its colours, and its spots.

const COLOURS = ["paper", "card", "line", "ink", "soft", "caller", "agent", "cut", "tool"].concat(
  ["vad", "endpointing", "engine", "tools", "model"],
);

function colours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

class Sheet {
  constructor(canvas, fullWidth, height, left, width, view) {
    const dense = Math.max(2, devicePixelRatio);
    canvas.width = Math.round(fullWidth * dense);
    canvas.height = Math.round(height * dense);
    canvas.style.height = `${height}px`;
    this.pen = canvas.getContext("2d");
    this.pen.scale(dense, dense);
    Object.assign(this, { height, left, width, view, spots: [], taken: new Map() });
    this.colours = colours();
    this.font = getComputedStyle(document.body).fontFamily;
    this.zoomed = width / (view.to - view.from) > 0.02;
  }

  x(at) {
    return this.left + ((at - this.view.from) / (this.view.to - this.view.from)) * this.width;
  }

  /** Draws marks of the call: nothing of them gets into the margin. */
  inside(draw) {
    this.pen.save();
    this.pen.beginPath();
    this.pen.rect(this.left, 0, this.width, this.height);
    this.pen.clip();
    draw();
    this.pen.restore();
  }

  tint(colour, share) {
    return `color-mix(in srgb, ${colour} ${100 * share}%, transparent)`;
  }

  text(text, x, y, colour, size, weight = 400) {
    this.pen.font = `${weight} ${size}px ${this.font}`;
    this.pen.fillStyle = colour;
    this.pen.textAlign = "left";
    this.pen.fillText(text, x, y);
  }

  /** Text that ends where its room ends; none at all where there is hardly any. */
  clipped(text, x, y, end, colour, size) {
    if (end - x < 9) {
      return;
    }
    this.pen.save();
    this.pen.beginPath();
    this.pen.rect(x, y - 20, end - x, 30);
    this.pen.clip();
    this.text(text.slice(0, 400), x, y, colour, size);
    this.pen.restore();
  }

  /** A text that has to be readable: it is left out where it would run into its neighbour. */
  label(row, text, x, y, colour, font, align = "center") {
    this.pen.font = `${font} ${this.font}`;
    const width = this.pen.measureText(text).width;
    const edge = this.left + this.width;
    const wanted = align === "center" ? x - width / 2 : x;
    const from = Math.max(this.left + 1, Math.min(edge - width - 1, wanted));
    const taken = this.taken.get(row) ?? [];
    const isFree = taken.every(([a, b]) => from > b + 5 || from + width < a - 5);
    if (x < this.left - width || x > edge + width || !isFree) {
      return;
    }
    this.taken.set(row, [...taken, [from, from + width]]);
    this.pen.textAlign = "left";
    this.pen.strokeStyle = this.colours.card;
    this.pen.lineWidth = 3;
    this.pen.lineJoin = "round";
    this.pen.strokeText(text, from, y);
    this.pen.fillStyle = colour;
    this.pen.fillText(text, from, y);
  }

  /** A number on a coloured ground. */
  chip(text, x, y, colour) {
    this.pen.font = `600 11px ${this.font}`;
    const width = this.pen.measureText(text).width + 8;
    this.pen.fillStyle = colour;
    this.pen.beginPath();
    this.pen.roundRect(x, y, width, 15, 4);
    this.pen.fill();
    this.text(text, x + 4, y + 11.5, this.colours.card, 11, 600);
  }

  /** A place that explains itself when it is pointed at. Later ones lie above earlier ones. */
  spot(from, to, row, title, lines) {
    this.spots.push({
      from,
      to,
      top: row.top,
      bottom: row.top + row.height,
      title,
      lines: lines.filter((line) => line !== null),
    });
  }
}
