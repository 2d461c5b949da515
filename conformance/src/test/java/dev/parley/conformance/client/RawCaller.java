package dev.parley.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conformance.frames.WireFrame;
import dev.parley.conformance.frames.WireFrame.Side;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The JDK's WebSocket, for text that no official client sends. One owner. */
public final class RawCaller implements AutoCloseable, WebSocket.Listener {

  private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;

  /**
   * Connects.
   *
   * @param query behind the path of the endpoint, such as {@code model=parley}
   */
  RawCaller(int port, String query) {
    URI uri = URI.create("ws://127.0.0.1:%d/v1/realtime?%s".formatted(port, query));
    socket = client.newWebSocketBuilder().buildAsync(uri, this).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      events.add(WireFrame.of(Side.SERVER, text.toString()).json());
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

  /** Sends text as it is. */
  public void send(String frame) {
    socket.sendText(frame, /* last= */ true).join();
  }

  /** Reads on until an event of this type has come, and gives it. */
  public JsonNode await(String type) throws InterruptedException {
    JsonNode event = events.poll(10, TimeUnit.SECONDS);
    while (event != null && !event.path("type").asText().equals(type)) {
      event = events.poll(10, TimeUnit.SECONDS);
    }
    assertThat(event).as("an event of type " + type).isNotNull();
    return event;
  }

  /** The code of the server's close frame. */
  public int closeCode() throws Exception {
    return closed.get(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }
}
