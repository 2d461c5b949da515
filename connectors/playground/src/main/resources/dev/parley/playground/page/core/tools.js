// Example tools that the page answers itself. All others are answered by the person at the page.

/** The tools, as a session lists them. */
export const EXAMPLES = [
  {
    type: "function",
    name: "what_time",
    description: "Tell the time of day where the caller is.",
    parameters: {
      type: "object",
      properties: {},
      "x-phrases": ["what time is it", "tell me the time"],
    },
  },
  {
    type: "function",
    name: "roll_dice",
    description: "Roll some dice and tell what they show.",
    parameters: {
      type: "object",
      required: ["dice"],
      properties: {
        dice: { type: "integer", description: "how many dice", minimum: 1, maximum: 6 },
      },
      "x-phrases": ["roll {dice} dice", "throw {dice} dice"],
    },
  },
  {
    type: "function",
    name: "remind_me",
    description: "Remind the caller after some seconds. The reminder is spoken by itself.",
    parameters: {
      type: "object",
      required: ["seconds"],
      properties: {
        seconds: { type: "integer", description: "seconds from now", minimum: 1, maximum: 600 },
      },
      "x-phrases": ["remind me in {seconds}", "wake me in {seconds}"],
    },
  },
];

/** What a model is told beside them: in words for any, and in the cascade's own lines. */
export const EXAMPLE_INSTRUCTIONS = `You are friendly and brief.
say at the start: Hello. Ask me for the time, for dice, or for a reminder.
say when asked what you can do: I tell the time, roll dice, and remind you of something.
say when what_time: It is {time}.
say when roll_dice: That makes {sum}.
say when remind_me: I call you in {seconds} seconds.`;

/** What to say first, to a model that has these tools; with none of ours, what suits any model. */
export function openers(tools) {
  const ours = EXAMPLES.filter((example) => tools.some((tool) => tool.name === example.name));
  return ["What can you do?", ...ours.map((example) => OPENERS[example.name])];
}

const OPENERS = {
  what_time: "What time is it?",
  roll_dice: "Roll two dice",
  remind_me: "Remind me in ten seconds",
};

/**
 * The page's own answer to a call, or null if the tool is not one of the examples.
 *
 * @param input the arguments as JSON
 * @param world `now()` a Date, `random()` from 0 to 1, `remind(seconds)`
 */
export function answer(name, input, world) {
  const example = EXAMPLES.find((tool) => tool.name === name);
  if (!example) {
    return null;
  }
  let args;
  try {
    args = JSON.parse(input || "{}");
  } catch {
    return { error: "the arguments are not JSON" };
  }
  const wrong = outside(example.parameters, args);
  return wrong ? { error: wrong } : ANSWERS[name](args, world);
}

const ANSWERS = {
  what_time: (args, world) => {
    const now = world.now();
    const two = (number) => String(number).padStart(2, "0");
    return { time: `${two(now.getHours())}:${two(now.getMinutes())}` };
  },
  roll_dice: ({ dice }, world) => {
    const shown = Array.from({ length: dice }, () => 1 + Math.floor(world.random() * 6));
    return { shown, sum: shown.reduce((sum, each) => sum + each, 0) };
  },
  remind_me: ({ seconds }, world) => {
    world.remind(seconds);
    return { seconds };
  },
};

/** Why a number is not what the schema wants; null if all are. */
function outside({ properties }, args) {
  for (const [name, { minimum, maximum }] of Object.entries(properties)) {
    const value = args[name];
    if (!Number.isInteger(value) || value < minimum || value > maximum) {
      return `${name} must be a whole number from ${minimum} to ${maximum}`;
    }
  }
  return null;
}
