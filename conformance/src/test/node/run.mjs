// Runs one scenario against the server at PARLEY_URL: node run.mjs NAME. Exits with 0 if it went as it should.
// What goes over connections that nobody else can read is written to PARLEY_FRAMES, one JSON line a frame.
import { agents } from './agents.mjs';
import { openai } from './openai.mjs';

const PATIENCE_MS = 20_000;
const scenario = { ...openai, ...agents }[process.argv[2]];
if (!scenario) {
  throw new Error(`there is no scenario ${process.argv[2]}`);
}
const patience = setTimeout(() => fail(new Error('it takes too long')), PATIENCE_MS);
process.on('unhandledRejection', fail);
process.on('uncaughtException', fail); // the Agents SDK throws here when it cannot read an event

try {
  await scenario();
  clearTimeout(patience);
  process.exit(0);
} catch (error) {
  fail(error);
}

function fail(error) {
  console.error(error?.stack ?? error);
  process.exit(1);
}
