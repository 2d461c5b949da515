// How long a caller waits: from the end of their speech to the first sample of the answer, and
// where that time goes. Marks are seconds of the audio context, so one clock tells all of it.

/** What the time is spent on, in order. */
export const STAGES = [
  { key: "pause", name: "pause", means: "silence until it was noticed that you have stopped" },
  { key: "decide", name: "decide", means: "until your turn was held to be finished" },
  { key: "notice", name: "notice", means: "until the page heard of it" },
  { key: "engine", name: "engine", means: "until the model was asked" },
  { key: "tools", name: "tools", means: "in tools, and in asking the model again" },
  { key: "model", name: "model", means: "until the first piece of the answer was there" },
  { key: "playout", name: "playout", means: "until the server sent it" },
  { key: "network", name: "network", means: "there and back, until it reached the page" },
  { key: "playback", name: "playback", means: "until its first sample was played" },
];

/** The wait in milliseconds; null as long as nothing was played. */
export function waited({ end, played }) {
  return end === undefined || played === undefined ? null : Math.max(0, (played - end) * 1_000);
}

/** The wait split: stages that took time, each with where it begins and how long it took, in ms. */
export function split(marks) {
  const all = waited(marks);
  if (all === null) {
    return [];
  }
  const cuts = boundaries(marks);
  const stages = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const from = (cuts[i].at - marks.end) * 1_000;
    const span = (cuts[i + 1].at - cuts[i].at) * 1_000;
    if (span > 0) {
      stages.push({ ...STAGES.find((stage) => stage.key === cuts[i + 1].ends), from, span });
    }
  }
  return stages;
}

/** The instants where one stage ends, in order; none before the one behind it, none past the end. */
function boundaries(marks) {
  const { end, played } = marks;
  const known = (marks.server ? seenByServer(marks) : seenFromHere(marks)).filter(
    ({ at }) => at !== undefined,
  );
  const cuts = [{ ends: null, at: end }];
  for (const each of known) {
    cuts.push({ ...each, at: Math.min(played, Math.max(each.at, cuts.at(-1).at)) });
  }
  return cuts;
}

/** What the server tells of its own part, and what is left of the wait. */
function seenByServer({ server, delta, played }) {
  return [
    { ends: "pause", at: server.noticed },
    { ends: "decide", at: server.decided },
    { ends: "model", at: server.made - server.tools },
    { ends: "tools", at: server.made },
    { ends: "playout", at: server.sent },
    { ends: "network", at: delta },
    { ends: "playback", at: played },
  ];
}

/** What any server's events tell: how long they were on their way is in all of it. */
function seenFromHere({ held, noticed, asked, called, again, delta, played }) {
  return [
    { ends: "pause", at: held },
    { ends: "notice", at: noticed },
    { ends: "engine", at: asked },
    { ends: "model", at: called },
    { ends: "tools", at: again },
    { ends: "model", at: delta },
    { ends: "playback", at: played },
  ];
}

/** The middle and the worst of some waits; null of none. */
export function summary(waits) {
  if (waits.length === 0) {
    return null;
  }
  const sorted = [...waits].sort((a, b) => a - b);
  return {
    count: sorted.length,
    p50: sorted[Math.ceil(sorted.length / 2) - 1],
    worst: sorted.at(-1),
  };
}
