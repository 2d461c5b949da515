// The program of docs/serve.md for `@openai/agents-realtime`. The test puts its own server's port in.
// <agents>
import { RealtimeAgent, RealtimeSession } from '@openai/agents-realtime';

const agent = new RealtimeAgent({ name: 'clerk', instructions: 'Be brief.' });
const session = new RealtimeSession(agent, { transport: 'websocket', model: 'gpt-realtime' });
session.on('error', ({ error }) => console.error(error));
session.on('agent_end', (context, who, answer) => {
  console.log(answer);
  session.close();
});
await session.connect({
  apiKey: 'none',
  url: 'ws://127.0.0.1:8080/v1/realtime?model=gpt-realtime',
});
session.sendMessage('Hello');
// </agents>
