package dev.parley.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client that is not ours: the JDK's, with the events that came in a queue. */
final class TestClient implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
  private final List<JsonNode> seen = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;

  private TestClient(URI uri, String... subprotocols) throws Exception {
    var builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (subprotocols.length > 0) {
      builder.subprotocols(
          subprotocols[0],
          List.of(subprotocols).subList(1, subprotocols.length).toArray(String[]::new));
    }
    socket = builder.buildAsync(uri, new Listener()).get(10, TimeUnit.SECONDS);
  }

  static TestClient connect(RealtimeServer server, String query) throws Exception {
    return new TestClient(
        URI.create("ws://127.0.0.1:" + server.address().getPort() + "/v1/realtime" + query));
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
      from.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.completeExceptionally(error);
    }
  }

  TestClient send(String json) throws Exception {
    socket.sendText(json.replace('\'', '"'), true).get(10, TimeUnit.SECONDS);
    return this;
  }

  /** The next event, whatever it is. */
  JsonNode next() throws Exception {
    JsonNode event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("nothing came after " + types());
    }
    seen.add(event);
    return event;
  }

  /** Skips to the next event of a type. */
  JsonNode await(String type) throws Exception {
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

  /** The types of all events so far that have been looked at. */
  List<String> types() {
    return seen.stream().map(event -> event.path("type").asText()).toList();
  }

  List<JsonNode> seen() {
    return seen;
  }

  int closeCode() throws Exception {
    return closed.get(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
