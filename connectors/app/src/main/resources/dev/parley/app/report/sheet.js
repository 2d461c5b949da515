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
    this.crowded = false; // marks are too close to one another for their labels
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

  /** A colour that lets through what is under it. Colours of this page are #rrggbb. */
  tint(colour, share) {
    return colour + Math.round(255 * share).toString(16).padStart(2, "0");
  }

  text(text, x, y, colour, size, weight = 400) {
    this.pen.font = `${weight} ${size}px ${this.font}`;
    this.pen.fillStyle = colour;
    this.pen.textAlign = "left";
    this.pen.fillText(text, x, y);
  }

  /** Text that ends where its room ends; none at all where there is hardly any. */
  clipped(text, x, y, end, colour, size) {
    const room = end - x;
    this.pen.font = `400 ${size}px ${this.font}`;
    let fitting = text.slice(0, Math.ceil(room / 2));
    for (let width; (width = this.pen.measureText(`${fitting}…`).width) > room && fitting !== ""; ) {
      fitting = fitting.slice(0, Math.min(-1, Math.floor((room - width) / size)));
    }
    const shown = text.length - fitting.length <= 1 ? text : `${fitting.trimEnd()}…`;
    if (fitting !== "") {
      this.text(shown, x, y, colour, size);
    }
  }

  /**
   * A text that has to be readable: it is left out where it would run into its neighbour. It stands
   * over x; or, if the mark that it names ends at x and begins at "before", beside that.
   */
  label(row, text, x, y, colour, font, before = null) {
    if (this.crowded) {
      return;
    }
    this.pen.font = `${font} ${this.font}`;
    const width = this.pen.measureText(text).width;
    const edge = this.left + this.width;
    const within = (place) => Math.max(this.left + 1, Math.min(edge - width - 1, place));
    const isFree = (place) =>
      (this.taken.get(row) ?? []).every(([a, b]) => place > b + 5 || place + width < a - 5);
    const places = before === null ? [x - width / 2] : [x + 8, before - 8 - width];
    const from = places.map(within).find(isFree);
    if (from === undefined) {
      return;
    }
    this.reserve(row, from, from + width);
    this.pen.textAlign = "left";
    this.pen.strokeStyle = this.colours.card;
    this.pen.lineWidth = 3;
    this.pen.lineJoin = "round";
    this.pen.strokeText(text, from, y);
    this.pen.fillStyle = colour;
    this.pen.fillText(text, from, y);
  }

  /** Keeps labels of this row away from a mark. */
  reserve(row, from, to) {
    this.taken.set(row, [...(this.taken.get(row) ?? []), [from, to]]);
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
