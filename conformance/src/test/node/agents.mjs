// The scenarios of the Agents SDK: a RealtimeSession over its WebSocket transport, in plain text.
import assert from 'node:assert/strict';
import { OpenAIRealtimeWebSocket, RealtimeAgent, RealtimeSession, tool } from '@openai/agents-realtime';
import { z } from 'zod';
import { frames, Heard, KEY, MODEL, room, URL_WS, voice } from './lib.mjs';

/** Opens a session; heard are the server's events, and what the SDK makes of them as `sdk.*`. */
async function connect({ tools = [], config = {} } = {}) {
  const agent = new RealtimeAgent({ name: 'clerk', instructions: 'Be brief.', tools });
  const transport = new OpenAIRealtimeWebSocket({ url: URL_WS });
  const session = new RealtimeSession(agent, { transport, model: MODEL, config });
  const heard = new Heard();
  const sent = [];
  const sendEvent = transport.sendEvent.bind(transport);
  transport.sendEvent = (event) => {
    sent.push(event);
    sendEvent(event);
  };
  transport.on('*', (event) => heard.add(event));
  for (const name of ['audio', 'audio_interrupted', 'agent_tool_start', 'agent_tool_end', 'error']) {
    session.on(name, (...values) => heard.add({ type: `sdk.${name}`, values }));
  }
  await session.connect({ apiKey: KEY });
  await heard.nth('session.updated', 2); // {tracing} first, and then the whole
  assert.equal(session.transport.status, 'connected');
  return { session, heard, sent };
}

function close({ session, heard }) {
  assert.deepEqual(heard.all('sdk.error'), []);
  session.close();
}

/** Waits until the history looks as it should; the SDK asks the server for parts of it. */
async function history(session, right) {
  if (!right(session.history)) {
    await new Promise((resolve) => {
      session.on('history_updated', (items) => right(items) && resolve());
    });
  }
  return session.history;
}

function speak(session, ...sounds) {
  for (const frame of frames(...sounds)) {
    session.sendAudio(frame.buffer.slice(frame.byteOffset, frame.byteOffset + frame.length));
  }
}

const words = (item) => item.content?.map((part) => part.text ?? part.transcript ?? '').join('');

export const agents = {
  'agents-text-turn': async () => {
    const connection = await connect();
    const { session, heard } = connection;
    session.sendMessage('Hello');
    const { response } = await heard.nth('response.done');
    const items = await history(session, (all) => all.length === 2 && all[1].status === 'completed');
    assert.deepEqual(items.map((item) => item.role), ['user', 'assistant']);
    assert.equal(words(items[0]), 'Hello');
    assert.equal(words(items[1]), response.output[0].content[0].transcript);
    assert.ok(heard.all('sdk.audio').length > 0);
    assert.equal(session.usage.totalTokens, response.usage.total_tokens);
    close(connection);
  },

  'agents-tool': async () => {
    let runs = 0;
    const orderStatus = tool({
      name: 'order_status',
      description: 'Where an order is.',
      parameters: z.object({ code: z.string() }),
      execute: async ({ code }) => {
        runs++;
        return `${code} is on its way`;
      },
    });
    const connection = await connect({ tools: [orderStatus] });
    const { session, heard } = connection;
    session.sendMessage('Where is A1?');
    const { response } = await heard.nth('response.done', 2); // the SDK asks for it by itself
    assert.equal(response.output[0].type, 'message');
    assert.equal(runs, 1);
    assert.equal(heard.all('sdk.agent_tool_end').length, 1);
    const items = await history(session, (all) => all.some((item) => item.type === 'function_call' && item.output));
    assert.match(items.find((item) => item.type === 'function_call').output, /on its way/);
    close(connection);
  },

  'agents-audio-turn': async () => {
    const connection = await connect({ config: { audio: { input: { turnDetection: { type: 'server_vad' } } } } });
    const { session, heard } = connection;
    speak(session, room(1_000), voice(1_000), room(1_000));
    await heard.nth('response.done');
    const items = await history(session, (all) => words(all[0] ?? {}) === 'What time is it?');
    assert.equal(items[0].content[0].type, 'input_audio');
    await history(session, (all) => all[1]?.status === 'completed');
    close(connection);
  },

  'agents-interruption': async () => {
    const connection = await connect({ config: { audio: { input: { turnDetection: { type: 'server_vad' } } } } });
    const { session, heard, sent } = connection;
    session.sendMessage('Tell me');
    await heard.audio(1_000);
    speak(session, voice(1_000));
    await heard.nth('sdk.audio_interrupted');
    const { response } = await heard.nth('response.done');
    assert.equal(response.status_details.reason, 'turn_detected');
    await heard.nth('conversation.item.truncated');
    assert.equal(sent.filter((event) => event.type === 'response.cancel').length, 0);
    speak(session, room(1_000));
    assert.equal((await heard.nth('response.done', 2)).response.status, 'completed');
    close(connection);
  },

  'agents-history': async () => {
    const connection = await connect();
    const { session, heard } = connection;
    session.sendMessage('Hello');
    await heard.nth('response.done');
    await history(session, (all) => all.length === 2);
    const note = (itemId, text) => ({
      itemId, type: 'message', role: 'user', status: 'completed', content: [{ type: 'input_text', text }],
    });
    session.updateHistory((items) => [note('item_first', 'First'), items[1], note('item_last', 'Last')]);
    await heard.nth('conversation.item.deleted');
    const items = await history(session, (all) => all.length === 3);
    assert.deepEqual(items.map(words), ['First', words(items[1]), 'Last']);
    close(connection);
  },

  'agents-busy': async () => {
    const connection = await connect();
    const { session, heard } = connection;
    session.sendMessage('One');
    session.sendMessage('Two'); // the SDK holds the second response back until the first is done
    await heard.nth('response.done', 2);
    assert.equal(heard.all('error').length, 0);
    close(connection);
  },
};
