// The scenarios of openai-node: over TLS with its class for `ws`, and with the one for native WebSockets, which
// cannot send headers and puts the key into the sub-protocols.
import assert from 'node:assert/strict';
import OpenAI from 'openai';
import { OpenAIRealtimeWebSocket } from 'openai/realtime/websocket';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';
import { frames, Heard, KEY, MODEL, record, room, URL_HTTP, voice } from './lib.mjs';

const TOOL = {
  type: 'function',
  name: 'order_status',
  description: 'Where an order is.',
  parameters: { type: 'object', properties: { code: { type: 'string' } }, required: ['code'] },
};

const client = (apiKey = KEY) => new OpenAI({ apiKey, baseURL: URL_HTTP, maxRetries: 0 });

async function connect(props = { model: MODEL }, apiKey = KEY) {
  const realtime = new OpenAIRealtimeWS(props, client(apiKey));
  realtime.socket.on('message', (data) => record('server', data.toString()));
  return opened(realtime);
}

async function opened(realtime) {
  const heard = new Heard();
  const send = realtime.send.bind(realtime);
  realtime.send = (event) => {
    record('client', JSON.stringify(event));
    send(event);
  };
  realtime.on('event', (event) => heard.add(event));
  realtime.on('error', (error) => heard.add({ type: 'sdk_error', error }));
  await Promise.race([
    heard.nth('session.created'),
    heard.nth('sdk_error').then(({ error }) => Promise.reject(error)),
  ]);
  return { realtime, heard };
}

async function close({ realtime }) {
  const closed = new Promise((resolve) => {
    realtime.socket.addEventListener('close', (event) => resolve(event.code));
  });
  realtime.close();
  assert.equal(await closed, 1000);
}

function say(realtime, text) {
  realtime.send({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
  });
}

function speak(realtime, ...sounds) {
  for (const frame of frames(...sounds)) {
    realtime.send({ type: 'input_audio_buffer.append', audio: frame.toString('base64') });
  }
}

async function textTurn(connection) {
  const { realtime, heard } = connection;
  say(realtime, 'Hello');
  realtime.send({ type: 'response.create', response: { output_modalities: ['text'] } });
  const { response } = await heard.nth('response.done');
  assert.equal(response.status, 'completed');
  const text = heard.all('response.output_text.delta').map((event) => event.delta).join('');
  assert.equal(response.output[0].content[0].text, text);
  assert.equal(heard.all('sdk_error').length, 0);
  await close(connection);
}

export const openai = {
  'ws-text-turn': async () => textTurn(await connect()),

  'native-text-turn': async () => {
    const realtime = new OpenAIRealtimeWebSocket({ model: MODEL, dangerouslyAllowBrowser: true }, client());
    realtime.socket.addEventListener('message', (event) => record('server', event.data));
    const connection = await opened(realtime);
    assert.equal(realtime.socket.protocol, 'realtime');
    await textTurn(connection);
  },

  'ws-audio-turn': async () => {
    const connection = await connect();
    const { realtime, heard } = connection;
    speak(realtime, room(1_000), voice(1_000), room(1_000));
    const { response } = await heard.nth('response.done');
    const started = await heard.nth('input_audio_buffer.speech_started');
    const committed = await heard.nth('input_audio_buffer.committed');
    assert.equal(committed.item_id, started.item_id);
    const audio = heard.all('response.output_audio.delta').map((event) => Buffer.from(event.delta, 'base64'));
    assert.ok(Buffer.concat(audio).length > 0);
    assert.equal(response.status, 'completed');
    await close(connection);
  },

  'ws-function-call': async () => {
    const connection = await connect();
    const { realtime, heard } = connection;
    realtime.send({ type: 'session.update', session: { type: 'realtime', tools: [TOOL] } });
    assert.equal((await heard.nth('session.updated')).session.tools[0].name, TOOL.name);
    say(realtime, 'Where is A1?');
    realtime.send({ type: 'response.create' });
    const { response } = await heard.nth('response.done');
    const call = response.output.find((item) => item.type === 'function_call');
    assert.equal(typeof JSON.parse(call.arguments), 'object');
    realtime.send({
      type: 'conversation.item.create',
      item: { type: 'function_call_output', call_id: call.call_id, output: 'sent' },
    });
    realtime.send({ type: 'response.create' });
    const answer = (await heard.nth('response.done', 2)).response;
    assert.equal(answer.output[0].type, 'message');
    await close(connection);
  },

  'ws-barge-in': async () => {
    const connection = await connect();
    const { realtime, heard } = connection;
    say(realtime, 'Tell me');
    realtime.send({ type: 'response.create' });
    const { item_id } = await heard.audio(1_000);
    speak(realtime, voice(1_000));
    const { response } = await heard.nth('response.done');
    assert.equal(response.status, 'cancelled');
    assert.equal(response.status_details.reason, 'turn_detected');
    realtime.send({ type: 'conversation.item.truncate', item_id, content_index: 0, audio_end_ms: 500 });
    await heard.nth('conversation.item.truncated');
    speak(realtime, room(1_000));
    assert.equal((await heard.nth('response.done', 2)).response.status, 'completed');
    await close(connection);
  },

  'ws-errors': async () => {
    const connection = await connect();
    const { realtime, heard } = connection;
    realtime.send({ type: 'response.cancel', event_id: 'mine' });
    const { error } = await heard.nth('error');
    assert.equal(error.code, 'response_cancel_not_active');
    assert.equal(error.event_id, 'mine');
    assert.equal((await heard.nth('sdk_error')).error.error.code, 'response_cancel_not_active');
    say(realtime, 'Hello');
    realtime.send({ type: 'response.create' });
    await heard.nth('response.done');
    await close(connection);
  },

  'ws-transcription': async () => {
    const connection = await connect({ intent: 'transcription' });
    const { realtime, heard } = connection;
    assert.equal((await heard.nth('session.created')).session.type, 'transcription');
    realtime.send({
      type: 'session.update',
      session: {
        type: 'transcription',
        audio: { input: { transcription: { model: 'gpt-4o-transcribe' }, turn_detection: { type: 'server_vad' } } },
      },
    });
    await heard.nth('session.updated');
    speak(realtime, room(1_000), voice(1_000), room(1_000));
    const done = await heard.nth('conversation.item.input_audio_transcription.completed');
    assert.equal(done.transcript, 'What time is it?');
    await close(connection);
  },

  'ws-client-secret': async () => {
    const secret = await client().realtime.clientSecrets.create({
      expires_after: { anchor: 'created_at', seconds: 60 },
      session: { type: 'realtime', model: MODEL, instructions: 'Be bound.' },
    });
    assert.match(secret.value, /^ek_/);
    const connection = await connect({ model: MODEL }, secret.value);
    assert.equal((await connection.heard.nth('session.created')).session.instructions, 'Be bound.');
    await textTurn(connection);
  },

  'ws-wrong-key': async () => {
    await assert.rejects(connect({ model: MODEL }, 'sk-wrong'), /401/);
  },
};
