// The call: the report that the page carries, with what follows from it. Times are milliseconds.

const { report, waveform, audio: recording } = JSON.parse(byId("data").textContent);

const STAGES = [
  { key: "vad", name: "VAD", means: "until silence was noticed" },
  { key: "endpointing", name: "endpointing", means: "until the turn was held to be finished" },
  { key: "engine", name: "engine", means: "until the model was asked" },
  { key: "tools", name: "tools", means: "in tools, and in asking the model again" },
  { key: "model", name: "model", means: "until the first sample left the playout" },
];

const call = {
  length: Math.max(report.lasted_ms, waveform.seconds * 1000, 1),
  isVirtual: report.clock === "virtual",
};

/** The stages of a reply that took any time, each with where it begins. */
function stagesOf(turn) {
  let at = turn.speech.end_ms;
  return STAGES.map((stage) => {
    const span = turn.reply.stages[`${stage.key}_ms`];
    const from = at;
    at += span;
    return { ...stage, span, from, to: at };
  });
}

call.turns = report.turns.map((turn) => {
  const reply = turn.reply;
  const heard = reply !== null && reply.first_audio_ms !== null;
  const stages = heard && reply.stages ? stagesOf(turn) : null;
  const replies = reply === null ? [] : [reply, ...turn.further_replies];
  return {
    ...turn,
    heard,
    stages,
    replies,
    waited: heard ? reply.first_audio_ms - turn.speech.end_ms : null,
    toolsFrom: Math.min(...turn.tool_calls.map((tool) => tool.called_ms)),
    toolsTo: Math.max(...turn.tool_calls.map((tool) => tool.called_ms + (tool.took_ms ?? 0))),
    until: Math.max(turn.speech.end_ms, ...replies.map((each) => each.end_ms ?? 0)),
  };
});

/** All that the agent said, by reply: which turn it answers, or null if it answers none. */
call.replies = [
  ...call.turns.flatMap((turn) => turn.replies.map((reply) => ({ ...reply, turn }))),
  ...report.announcements.map((said) => ({ ...said.reply, turn: null })),
].filter((reply) => reply.first_audio_ms !== null);

const byEpoch = new Map(call.replies.map((reply) => [reply.epoch, reply]));

call.interruptions = report.interruptions.map((cut) => ({
  ...cut,
  took: cut.cut_ms - cut.onset_ms,
  reply: byEpoch.get(cut.epoch) ?? null,
}));

const cutOf = new Map(call.interruptions.map((cut) => [cut.epoch, cut]));

call.hasTools = call.turns.some((turn) => turn.tool_calls.length > 0);
call.longestWait = Math.max(1, ...call.turns.map((turn) => turn.waited ?? 0));

/** The mean of the replies, split like one of them; null if fewer than two can be split. */
call.mean = (() => {
  const split = call.turns.filter((turn) => turn.stages);
  if (split.length < 2) {
    return null;
  }
  const mean = (value) => split.reduce((sum, turn) => sum + value(turn), 0) / split.length;
  return {
    replies: split.length,
    waited: mean((turn) => turn.waited),
    stages: STAGES.map((stage, i) => ({ ...stage, span: mean((turn) => turn.stages[i].span) })),
  };
})();

// Waveforms. A pyramid of extremes, each level half as fine as the one below, so that a picture of
// a long call touches no more of them than it has pixels.

function pyramid(peaks) {
  const bytes = Uint8Array.from(atob(peaks.bins), (char) => char.charCodeAt(0));
  const finest = new Int8Array(bytes.buffer);
  const levels = [finest];
  for (let fine = finest; fine.length > 512; fine = levels.at(-1)) {
    const coarse = new Int8Array(2 * Math.ceil(fine.length / 4));
    for (let i = 0; i < fine.length; i += 2) {
      const at = 2 * (i >> 2);
      coarse[at] = Math.min(coarse[at], fine[i]);
      coarse[at + 1] = Math.max(coarse[at + 1], fine[i + 1]);
    }
    levels.push(coarse);
  }
  return { peak: peaks.peak, levels };
}

const lanes = { caller: pyramid(waveform.caller), agent: pyramid(waveform.agent) };
const binMs = waveform.bin_seconds * 1000;
