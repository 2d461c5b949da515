package dev.parley.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A client that is not ours: the JDK's, with the events that came in a queue. What it sends is
 * JSON, with single quotes for double ones. For one thread.
 */
public final class TestClient implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How a socket was closed. */
  record Closed(int code, String reason) {}

  private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
  private final List<JsonNode> seen = new ArrayList<>();
  private final CompletableFuture<Closed> closed = new CompletableFuture<>();
  private final WebSocket socket;
  private volatile boolean reading = true;

  private TestClient(WebSocket.Builder builder, URI uri) throws Exception {
    socket = builder.buildAsync(uri, new Listener()).get(30, TimeUnit.SECONDS);
  }

  /** Connects with headers, given as names and values in turn. */
  public static TestClient connect(TestServer server, String query, String... headers)
      throws Exception {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    return new TestClient(builder, uri(server, query));
  }

  /** Connects as a browser does, which says everything in sub-protocols. */
  static TestClient connectWithin(TestServer server, String query, String first, String... others)
      throws Exception {
    return new TestClient(
        HTTP.newWebSocketBuilder().subprotocols(first, others), uri(server, query));
  }

  /** The answer of a server that does not let this client in. */
  static HttpResponse<?> refused(TestServer server, String query, String... headers)
      throws Exception {
    try (TestClient client = connect(server, query, headers)) {
      throw new AssertionError("the client was let in: " + client.next());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse();
      }
      throw e;
    }
  }

  private static URI uri(TestServer server, String query) {
    return URI.create("ws://127.0.0.1:" + server.port() + "/v1/realtime" + query);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          events.add(JSON.readTree(text.toString()));
        } catch (Exception e) {
          closed.completeExceptionally(e);
        }
        text.setLength(0);
      }
      if (reading) {
        from.request(1);
      }
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(new Closed(code, reason));
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.completeExceptionally(error);
    }
  }

  /** Takes nothing more from the socket. */
  void stopReading() {
    reading = false;
  }

  void readOn() {
    reading = true;
    socket.request(1);
  }

  public TestClient send(String json) throws Exception {
    return sendText(json.replace('\'', '"'));
  }

  public TestClient sendText(String text) throws Exception {
    socket.sendText(text, true).get(30, TimeUnit.SECONDS);
    return this;
  }

  void sendBinary(byte[] bytes) throws Exception {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).get(30, TimeUnit.SECONDS);
  }

  /** Sends so much of a loud tone or of silence, 20 ms a message. */
  TestClient say(boolean loud, int millis) throws Exception {
    for (int at = 0; at < millis; at += 20) {
      byte[] pcm = new byte[960];
      for (int i = 0; i < 480 && loud; i++) {
        short value = (short) (12_000 * Math.sin(2 * Math.PI * 300 * (at * 24 + i) / 24_000));
        pcm[2 * i] = (byte) value;
        pcm[2 * i + 1] = (byte) (value >> 8);
      }
      append(pcm);
    }
    return this;
  }

  TestClient append(byte[] audio) throws Exception {
    return send(
        "{'type':'input_audio_buffer.append','audio':'%s'}"
            .formatted(Base64.getEncoder().encodeToString(audio)));
  }

  /** A written turn, to its end. */
  public JsonNode textTurn() throws Exception {
    send(
        "{'type':'conversation.item.create','item':{'type':'message','role':'user',"
            + "'content':[{'type':'input_text','text':'hello'}]}}");
    send("{'type':'response.create','response':{'output_modalities':['text']}}");
    return await("response.done").path("response");
  }

  /** The next event, whatever it is. */
  public JsonNode next() throws Exception {
    JsonNode event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("nothing came after " + types() + ", closed: " + closed);
    }
    seen.add(event);
    return event;
  }

  /** All events that have come. */
  public List<JsonNode> drain() {
    List<JsonNode> come = new ArrayList<>();
    events.drainTo(come);
    seen.addAll(come);
    return come;
  }

  /** Skips to the next event of a type. */
  public JsonNode await(String type) throws Exception {
    return await(event -> event.path("type").asText().equals(type));
  }

  JsonNode await(Predicate<JsonNode> wanted) throws Exception {
    while (true) {
      JsonNode event = next();
      if (wanted.test(event)) {
        return event;
      }
    }
  }

  /** The next error that answers this event of ours. */
  JsonNode awaitError(String eventId) throws Exception {
    return await(event -> event.at("/error/event_id").asText().equals(eventId)).path("error");
  }

  /** The types of all events so far that have been looked at. */
  List<String> types() {
    return seen.stream().map(event -> event.path("type").asText()).toList();
  }

  public List<JsonNode> seen() {
    return seen;
  }

  String subprotocol() {
    return socket.getSubprotocol();
  }

  Closed awaitClose() throws Exception {
    return closed.get(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
