package dev.parley.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The JDK's client at a server of ours. */
final class Client implements WebSocket.Listener, AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE = 30;

  private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final WebSocket socket;

  private Client(int port, Optional<String> key) throws Exception {
    this(port, "?model=any", key.map(k -> Map.of("Authorization", "Bearer " + k)).orElse(Map.of()));
  }

  private Client(int port, String query, Map<String, String> headers) throws Exception {
    // Its own connection: one that was used for requests goes on with requests
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    headers.forEach(builder::header);
    socket =
        builder
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/v1/realtime" + query), this)
            .get(PATIENCE, TimeUnit.SECONDS);
  }

  static Client connect(Serving serving, String... key) throws Exception {
    return new Client(
        serving.address().getPort(), key.length == 0 ? Optional.empty() : Optional.of(key[0]));
  }

  /** Connects with headers and a query of its own. */
  static Client connect(Serving serving, String query, Map<String, String> headers)
      throws Exception {
    return new Client(serving.address().getPort(), query, headers);
  }

  static Client connect(int port) throws Exception {
    return new Client(port, Optional.empty());
  }

  static HttpResponse<String> get(Serving serving, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + serving.address().getPort() + path);
    return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  Client send(String json) throws Exception {
    socket.sendText(json.replace('\'', '"'), true).get(PATIENCE, TimeUnit.SECONDS);
    return this;
  }

  JsonNode await(String type) throws Exception {
    while (true) {
      JsonNode event = events.poll(PATIENCE, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("no " + type + " came");
      }
      if (event.path("type").asText().equals(type)) {
        return event;
      }
    }
  }

  /** Says something in writing and waits for the answer. */
  JsonNode ask(String words) throws Exception {
    send(
        "{'type':'conversation.item.create','item':{'type':'message','role':'user',"
            + "'content':[{'type':'input_text','text':'"
            + words
            + "'}]}}");
    send("{'type':'response.create','response':{'output_modalities':['text']}}");
    return await("response.done");
  }

  /** Speaks: so much of a loud tone, or of silence, 100 ms a message. */
  Client say(boolean loud, int millis) throws Exception {
    for (int at = 0; at < millis; at += 100) {
      byte[] pcm = new byte[4_800];
      for (int i = 0; i < 2_400 && loud; i++) {
        short value = (short) (12_000 * Math.sin(2 * Math.PI * 300 * (at * 24 + i) / 24_000));
        pcm[2 * i] = (byte) value;
        pcm[2 * i + 1] = (byte) (value >> 8);
      }
      send(
          "{'type':'input_audio_buffer.append','audio':'"
              + Base64.getEncoder().encodeToString(pcm)
              + "'}");
    }
    return this;
  }

  int closeCode() throws Exception {
    return closed.get(PATIENCE, TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      try {
        events.add(JSON.readTree(text.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
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

  @Override
  public void close() {
    socket.abort();
  }
}
