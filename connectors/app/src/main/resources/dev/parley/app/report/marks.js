// What is drawn on the time line. Each function draws one kind of mark onto a "sheet": the canvas,
// its place in time (sheet.x), its rows, its colours, and the list of spots that explain themselves.

/** A waveform, from the level of its pyramid that suits the zoom. */
function drawWaveform(sheet, lane, row, colour) {
  const { pen, view } = sheet;
  const middle = row.top + row.height / 2;
  pen.fillStyle = colour;
  pen.fillRect(sheet.left, middle - 0.5, sheet.width, 1);
  const perPixel = (view.to - view.from) / sheet.width / binMs;
  const level = Math.max(0, Math.min(lane.levels.length - 1, Math.floor(Math.log2(perPixel))));
  const bins = lane.levels[level];
  const span = binMs * 2 ** level;
  const first = Math.max(0, Math.floor(view.from / span) - 1);
  const last = Math.min(bins.length / 2 - 1, Math.ceil(view.to / span) + 1);
  if (last < first || lane.peak === 0) {
    return;
  }
  // Speech is drawn to the edge of its row, but noise is not blown up to look like speech.
  const scale = ((row.height / 2 - 3) / 127) * Math.min(1, lane.peak / 0.02);
  const x = (i) => sheet.x((i + 0.5) * span);
  pen.beginPath();
  for (let i = first; i <= last; i++) {
    pen.lineTo(x(i), middle - bins[2 * i + 1] * scale - 0.3);
  }
  for (let i = last; i >= first; i--) {
    pen.lineTo(x(i), middle - bins[2 * i] * scale + 0.3);
  }
  pen.fill();
}

function drawAxis(sheet) {
  const { pen, view, rows, colours } = sheet;
  const steps = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];
  const enough = ((view.to - view.from) / sheet.width) * 78;
  const step = 1000 * (steps.find((s) => s * 1000 >= enough) ?? 7200);
  const decimals = step >= 1000 ? 0 : step >= 100 ? 1 : 2;
  for (let i = Math.ceil(view.from / step); i * step <= view.to; i++) {
    const x = sheet.x(i * step);
    pen.fillStyle = colours.line;
    pen.fillRect(Math.round(x), rows.axis.top + 17, 1, sheet.height);
    const name = clock(i * step, decimals);
    if (x + 7 * name.length < sheet.left + sheet.width) {
      sheet.text(name, x + (i === 0 ? 8 : 3), rows.axis.top + 13, colours.soft, 11);
    }
  }
}

function drawSpeech(sheet, turn) {
  const { pen, rows, colours } = sheet;
  const { speech } = turn;
  const row = rows.caller;
  const [from, to] = [sheet.x(speech.start_ms), sheet.x(speech.end_ms)];
  pen.fillStyle = sheet.tint(colours.caller, 0.17);
  pen.fillRect(from, row.top, Math.max(1, to - from), row.height);
  if (to - from > 12) {
    sheet.chip(String(turn.n), from + 3, row.top + 3, colours.caller);
    pen.strokeStyle = colours.caller;
    pen.lineWidth = 1.5;
    pen.setLineDash([2, 3]);
    for (const at of [speech.detected_start_ms, speech.detected_end_ms]) {
      pen.beginPath();
      pen.moveTo(sheet.x(at), row.top);
      pen.lineTo(sheet.x(at), row.top + row.height);
      pen.stroke();
    }
    pen.setLineDash([]);
  }
  if (!sheet.crowded) {
    pen.fillStyle = colours.caller;
    pen.fillRect(sheet.x(speech.ended_ms) - 1, row.top, sheet.zoomed ? 2.5 : 1.5, row.height);
  }
  sheet.spot(from, sheet.x(speech.ended_ms), row, `Turn ${turn.n}`, [
    `spoke ${clock(speech.start_ms)} to ${clock(speech.end_ms)} (${seconds(speech.end_ms - speech.start_ms)})`,
    `start noticed ${ms(speech.detected_start_ms - speech.start_ms)} later, end ${ms(speech.detected_end_ms - speech.end_ms)} later`,
    `turn held to be finished at ${clock(speech.ended_ms)}`,
    turn.transcript ? `“${turn.transcript}”` : null,
  ]);
}

function drawReply(sheet, reply) {
  const { pen, rows, colours } = sheet;
  const row = rows.agent;
  const end = reply.end_ms ?? reply.first_audio_ms;
  const [from, to] = [sheet.x(reply.first_audio_ms), sheet.x(end)];
  const width = Math.max(1.5, to - from);
  pen.fillStyle = sheet.tint(colours.agent, 0.15);
  pen.fillRect(from, row.top, width, row.height);
  pen.fillStyle = colours.agent;
  pen.fillRect(from, rows.words.top, width, 3);
  const label = (reply.turn ? `${reply.turn.n}  ` : "») ") + reply.text.replace(/\s+/g, " ");
  sheet.clipped(label, Math.max(from, sheet.left) + 2, rows.words.top + 16, to - 5, colours.ink, 12);
  sheet.spot(
    from,
    to,
    { top: row.top, height: rows.words.top + rows.words.height - row.top },
    reply.turn ? `Reply to turn ${reply.turn.n}` : "Announcement",
    [
      `${clock(reply.first_audio_ms)} to ${clock(end)} (${seconds(end - reply.first_audio_ms)})` +
        (reply.interrupted ? ", then cut" : ""),
      reply.text ? `“${reply.text}”` : null,
    ],
  );
}

/**
 * The wait for a reply: a bracket from the end of speech to the first audio, split by stage. Where
 * waits are too close for that, each is a column, the higher the longer.
 */
function drawWait(sheet, turn) {
  const { pen, rows, colours } = sheet;
  const row = rows.wait;
  const [from, to] = [sheet.x(turn.speech.end_ms), sheet.x(turn.reply.first_audio_ms)];
  explainWait(sheet, turn, from, to);
  if (sheet.crowded) {
    const height = Math.max(1, (turn.waited / call.longestWait) * (row.height - 6));
    pen.fillStyle = colours.ink;
    pen.fillRect(from - 1, row.top + row.height - height, 2, height);
    return;
  }
  const bar = { top: row.top + 18, height: 9 };
  pen.fillStyle = colours.soft;
  pen.fillRect(from - 0.5, rows.caller.top + rows.caller.height - 8, 1, bar.top + bar.height - rows.caller.top - rows.caller.height + 8);
  pen.fillRect(to - 0.5, bar.top, 1, rows.agent.top - bar.top + 8);
  if (turn.stages) {
    for (const stage of turn.stages.filter((s) => s.span > 0)) {
      pen.fillStyle = colours[stage.key];
      pen.fillRect(sheet.x(stage.from), bar.top, Math.max(0.5, sheet.x(stage.to) - sheet.x(stage.from)), bar.height);
    }
  } else {
    pen.fillRect(from, bar.top + bar.height / 2, Math.max(2, to - from), 1);
  }
  const middle = (Math.max(from, sheet.left) + Math.min(to, sheet.left + sheet.width)) / 2;
  sheet.label(row, ms(turn.waited), middle, row.top + 13, colours.ink, "600 12px");
}

function explainWait(sheet, turn, from, to) {
  const lines = (turn.stages ?? []).map((stage) => `${stage.name} ${ms(stage.span)}: ${stage.means}`);
  sheet.spot(from, to, sheet.rows.wait, `Turn ${turn.n} waited ${ms(turn.waited)}`, lines);
}

function drawTools(sheet, turn) {
  const { pen, rows, colours } = sheet;
  const row = rows.tools;
  const [from, to] = [sheet.x(turn.toolsFrom), sheet.x(turn.toolsTo)];
  const middle = row.top + row.height / 2;
  pen.fillStyle = colours.tool;
  pen.fillRect(from, middle - 1, to - from, 2);
  pen.save();
  pen.translate(from, middle);
  pen.rotate(Math.PI / 4);
  const half = sheet.crowded ? 2.5 : 4.5;
  pen.fillRect(-half, -half, 2 * half, 2 * half);
  pen.restore();
  const names = turn.tool_calls.map((tool) => tool.name).join(", ");
  sheet.label(row, names, Math.max(from, to), middle + 4, colours.ink, "12px", from);
  const title = `Turn ${turn.n}: ${plural(turn.tool_calls.length, "tool call")}, ${ms(turn.toolsTo - turn.toolsFrom)}`;
  const lines = turn.tool_calls.map(
    (tool) =>
      `${tool.name} ${shorten(tool.arguments)} → ` +
      (tool.output === null ? "no answer" : `${shorten(tool.output)}, after ${ms(tool.took_ms)}`),
  );
  sheet.spot(from - 7, Math.max(to, from + 7), row, title, lines);
}

/** An interruption: from the caller's onset, in their lane, to the cut, in the agent's. */
function drawInterruption(sheet, cut) {
  const { pen, rows, colours } = sheet;
  const row = rows.cut;
  const [from, to] = [sheet.x(cut.onset_ms), sheet.x(cut.cut_ms)];
  const middle = row.top + row.height / 2;
  const bottom = rows.words.top + 3;
  pen.fillStyle = colours.cut;
  if (sheet.crowded) {
    pen.fillRect(to - 0.75, row.top + 4, 1.5, bottom - row.top - 4);
  } else {
    pen.fillRect(from - 0.75, rows.caller.top, 1.5, middle - rows.caller.top);
    pen.fillRect(from, middle - 2.5, Math.max(2, to - from), 5);
    pen.fillRect(to - 1.25, middle, 2.5, bottom - middle);
    pen.beginPath();
    pen.moveTo(to - 5.5, rows.agent.top - 4);
    pen.lineTo(to + 5.5, rows.agent.top - 4);
    pen.lineTo(to, rows.agent.top + 4);
    pen.fill();
  }
  const label = `cut after ${ms(cut.took)}`;
  sheet.label(row, label, Math.max(from, to), middle + 4, colours.cut, "600 12px", from);
  const lines = [
    `caller began at ${clock(cut.onset_ms)}, noticed ${ms(cut.onset_detected_ms - cut.onset_ms)} later`,
    `playout cut at ${clock(cut.cut_ms)}`,
    `${plural(cut.stale_frames, "stale frame")} after the cut`,
  ];
  sheet.spot(from - 4, to + 6, { top: row.top, height: bottom - row.top }, `Interruption: ${label}`, lines);
}

const shorten = (text) => (text.length > 120 ? `${text.slice(0, 120)}…` : text);
