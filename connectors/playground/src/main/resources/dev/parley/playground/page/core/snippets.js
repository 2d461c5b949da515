// The same session in code: a program for each official client, with the settings of the page.

/** The programs. `origin` is where the page came from, such as http://127.0.0.1:8080. */
export function snippets(session, origin) {
  const { protocol, host } = new URL(origin);
  const secure = protocol === "https:";
  const place = {
    secure,
    http: `${origin}/v1`,
    ws: `${secure ? "wss" : "ws"}://${host}/v1`,
    host,
    model: JSON.stringify(session.model),
  };
  return [
    { name: "openai (Node)", code: openaiNode(session, place) },
    { name: "openai (Python)", code: openaiPython(session, place) },
    { name: "openai-java", code: openaiJava(session, place) },
    { name: "agents-realtime", code: agents(session, place) },
  ];
}

function withoutModel({ model, ...rest }) {
  return rest;
}

function indented(text, by) {
  return text.replaceAll("\n", `\n${by}`);
}

function openaiNode(session, { secure, http, host, model }) {
  const note = secure
    ? ""
    : "// This client always encrypts: start the server with --tls.\n";
  const base = secure ? http : `https://${host}/v1`;
  return `${note}// NODE_EXTRA_CA_CERTS=parley-cert.pem OPENAI_API_KEY=none node talk.mjs
import OpenAI from 'openai';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';

const client = new OpenAI({ baseURL: '${base}' });
const realtime = new OpenAIRealtimeWS({ model: ${model} }, client);
realtime.on('error', (error) => console.error(error.message));
realtime.on('event', (event) => console.log(event.type));
realtime.on('session.created', () => {
  realtime.send({
    type: 'session.update',
    session: ${indented(JSON.stringify(withoutModel(session), null, 2), "    ")},
  });
  realtime.send({ type: 'response.create' });
});
`;
}

function openaiPython(session, { secure, http, ws, model }) {
  const trust = secure ? "# SSL_CERT_FILE=parley-cert.pem python talk.py\n" : "";
  return `${trust}import asyncio
import json

from openai import AsyncOpenAI

SESSION = json.loads(r"""
${JSON.stringify(withoutModel(session), null, 2)}
""")


async def main():
    client = AsyncOpenAI(
        base_url="${http}",
        websocket_base_url="${ws}",
        api_key="none",
    )
    async with client.realtime.connect(model=${model}) as connection:
        await connection.session.update(session=SESSION)
        await connection.response.create()
        async for event in connection:
            print(event.type)


asyncio.run(main())
`;
}

function openaiJava(session, { http, model }) {
  const update = { type: "session.update", session: withoutModel(session) };
  const json = JSON.stringify(update, null, 2).replaceAll("\\", "\\\\");
  return `import com.openai.client.okhttp.OkHttpClient;
import com.openai.core.ClientOptions;
import com.openai.core.ObjectMappers;
import com.openai.helpers.RealtimeConnection;
import com.openai.helpers.RealtimeWebSocketOptions;
import com.openai.models.realtime.RealtimeClientEvent;

public final class Talk {

  private static final String UPDATE =
      """
      ${indented(json, "      ")}
      """;

  public static void main(String[] args) throws Exception {
    ClientOptions options =
        ClientOptions.builder()
            .httpClient(OkHttpClient.builder().build())
            .baseUrl("${http}")
            .apiKey("none")
            .build();
    RealtimeWebSocketOptions how = RealtimeWebSocketOptions.builder().model(${model}).build();
    try (RealtimeConnection connection = RealtimeConnection.connect(options, how)) {
      connection.send(ObjectMappers.jsonMapper().readValue(UPDATE, RealtimeClientEvent.class));
      while (true) {
        System.out.println(connection.receiveAsync().get());
      }
    }
  }
}
`;
}

function agents(session, { ws, model }) {
  const { input, output } = session.audio;
  const config = {
    ...(session.reasoning && { reasoning: session.reasoning }),
    audio: {
      input: {
        ...(input.transcription && { transcription: input.transcription }),
        turnDetection: input.turn_detection && camel(input.turn_detection),
      },
      ...(output.voice && { output: { voice: output.voice } }),
    },
  };
  const tools = (session.tools ?? []).map(agentsTool).join("");
  return `import { RealtimeAgent, RealtimeSession${tools && ", tool"} } from '@openai/agents-realtime';

const agent = new RealtimeAgent({
  name: 'playground',
  instructions: ${JSON.stringify(session.instructions ?? "Be brief.")},${
    tools && `\n  tools: [${tools}\n  ],`
  }
});
const session = new RealtimeSession(agent, {
  transport: 'websocket',
  model: ${model},
  config: ${indented(JSON.stringify(config, null, 2), "  ")},
});
session.on('error', ({ error }) => console.error(error));
session.on('agent_end', (context, who, answer) => console.log(answer));
await session.connect({
  apiKey: 'none',
  url: '${ws}/realtime?model=${encodeURIComponent(session.model)}',
});
session.sendMessage('Hello');
`;
}

function agentsTool({ name, description = "", parameters = {} }) {
  return `
    tool({
      name: ${JSON.stringify(name)},
      description: ${JSON.stringify(description)},
      parameters: ${indented(JSON.stringify(parameters, null, 2), "      ")},
      strict: false,
      execute: async (input) => JSON.stringify({ ok: true }),
    }),`;
}

function camel(fields) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase()),
      value,
    ]),
  );
}
