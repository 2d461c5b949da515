// The tools that a person writes down for a session: JSON, read with a sentence for each mistake.

const NAME = /^[A-Za-z0-9_-]{1,64}$/;
const MOST = 128;

/** Reads a list of function tools; nothing written is no tools. */
export function readTools(text) {
  if (!text.trim()) {
    return { tools: [] };
  }
  let tools;
  try {
    tools = JSON.parse(text);
  } catch (error) {
    return { tools: [], problem: `This is not JSON yet: ${error.message}.` };
  }
  const problem = problemOf(tools);
  return problem ? { tools: [], problem } : { tools };
}

function problemOf(tools) {
  if (!Array.isArray(tools)) {
    return "Tools are a list: begin with [ and end with ].";
  }
  if (tools.length > MOST) {
    return `A session has at most ${MOST} tools.`;
  }
  const names = new Set();
  for (const [i, tool] of tools.entries()) {
    const which = typeof tool?.name === "string" ? `“${tool.name}”` : `number ${i + 1}`;
    if (tool === null || typeof tool !== "object" || tool.type !== "function") {
      return `Tool ${which} needs "type": "function".`;
    }
    if (typeof tool.name !== "string" || !NAME.test(tool.name)) {
      return `Tool ${which} needs a name of 1 to 64 letters, digits, _ or -.`;
    }
    if (names.has(tool.name)) {
      return `Two tools are called ${which}: give each its own name.`;
    }
    if (tool.parameters !== undefined && !isObject(tool.parameters)) {
      return `The parameters of ${which} are a JSON Schema: an object in braces.`;
    }
    names.add(tool.name);
  }
  return null;
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
