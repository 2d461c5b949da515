// The program of docs/serve.md for `openai`. Where it talks to, and whom it trusts, is said by variables.
// <openai>
import OpenAI from 'openai';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';

const realtime = new OpenAIRealtimeWS({ model: 'gpt-realtime' }, new OpenAI());
realtime.on('error', (error) => console.error(error.message));
realtime.on('session.created', () => {
  realtime.send({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hello' }] },
  });
  realtime.send({ type: 'response.create', response: { output_modalities: ['text'] } });
});
realtime.on('response.output_text.done', (event) => console.log(event.text));
realtime.on('response.done', () => realtime.close());
// </openai>
