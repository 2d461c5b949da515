package dev.parley.conformance.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.okhttp.OkHttpClient;
import com.openai.core.ClientOptions;
import com.openai.core.ObjectMappers;
import com.openai.core.http.WebSocketWriteNotAttempted;
import com.openai.helpers.RealtimeConnection;
import com.openai.helpers.RealtimeWebSocketOptions;
import com.openai.models.realtime.RealtimeClientEvent;
import com.openai.models.realtime.RealtimeServerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * One connection of openai-java's. Each event that it gets must be one that the client knows and
 * finds valid. One owner.
 */
public final class Caller implements AutoCloseable {

  private static final int FRAME_MS = 20;
  private static final int TRIES = 100_000; // 10 s and more

  private final ClientOptions options;
  private final RealtimeConnection connection;
  private final List<JsonNode> heard = new ArrayList<>();

  private Caller(ClientOptions options, RealtimeConnection connection) {
    this.options = options;
    this.connection = connection;
  }

  /** Connects; throws what openai-java throws if it is refused. */
  @SuppressWarnings("MustBeClosed") // close() does it
  static Caller connect(int port, String key, RealtimeWebSocketOptions how) {
    ClientOptions options = options(port, key);
    return new Caller(options, RealtimeConnection.connect(options, how));
  }

  static ClientOptions options(int port, String key) {
    return ClientOptions.builder()
        .httpClient(OkHttpClient.builder().build())
        .baseUrl("http://127.0.0.1:" + port + "/v1")
        .apiKey(key)
        .maxRetries(0)
        .timeout(Duration.ofSeconds(10))
        .build();
  }

  /** Sends events; openai-java takes one only when the one before has left its queue. */
  public void send(RealtimeClientEvent... events) {
    for (RealtimeClientEvent event : events) {
      boolean sent = false;
      for (int tries = 0; !sent; tries++) {
        sent = offer(event, /* last= */ tries == TRIES);
      }
    }
  }

  private boolean offer(RealtimeClientEvent event, boolean last) {
    try {
      connection.send(event);
      return true;
    } catch (WebSocketWriteNotAttempted.Busy e) {
      if (last) {
        throw e;
      }
      LockSupport.parkNanos(100_000);
      return false;
    }
  }

  /** Sends an event as its JSON says. */
  public void send(String json) {
    send(Ask.json(json));
  }

  /** Speaks in frames of 20 ms, as fast as they are taken: PCM at 24 kHz. */
  public void speak(Duration length) {
    append(Sound.pcm(Sound.voice(24_000, length)), 48);
  }

  /** Is quiet for so long: PCM at 24 kHz. */
  public void pause(Duration length) {
    append(Sound.pcm(Sound.room(24_000, length)), 48);
  }

  /** Sends audio in frames of 20 ms. */
  public void append(byte[] audio, int bytesPerMs) {
    int frame = FRAME_MS * bytesPerMs;
    for (int at = 0; at < audio.length; at += frame) {
      send(Ask.append(Arrays.copyOfRange(audio, at, Math.min(at + frame, audio.length))));
    }
  }

  /** The next event; fails if none comes within 10 s. */
  public JsonNode next() {
    try {
      RealtimeServerEvent event = connection.receiveAsync().get(10, TimeUnit.SECONDS);
      event.validate(); // throws if it does not know the type, or what is in it
      JsonNode json = ObjectMappers.jsonMapper().valueToTree(event);
      heard.add(json);
      return json;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for an event", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("no event came behind " + types(), e);
    }
  }

  /** Reads on until an event of this type has come, and gives it. */
  public JsonNode await(String type) {
    JsonNode event = next();
    while (!event.path("type").asText().equals(type)) {
      event = next();
    }
    return event;
  }

  /** Reads on to the end of a response, and gives the response. */
  public JsonNode response() {
    return await("response.done").path("response");
  }

  /** All events so far. */
  public List<JsonNode> heard() {
    return List.copyOf(heard);
  }

  /** The events of a type so far. */
  public List<JsonNode> heard(String type) {
    return heard.stream().filter(e -> e.path("type").asText().equals(type)).toList();
  }

  /**
   * The types of all events so far, without those whose number or place is free: deltas, and what
   * is told of rate limits and of the conversation as such.
   */
  public List<String> shape() {
    return types().stream()
        .filter(type -> !type.endsWith(".delta"))
        .filter(type -> !type.equals("rate_limits.updated") && !type.equals("conversation.created"))
        .toList();
  }

  private List<String> types() {
    return heard.stream().map(e -> e.path("type").asText()).toList();
  }

  /** Forgets what it has heard so far. */
  public void forget() {
    heard.clear();
  }

  @Override
  public void close() {
    connection.close();
    options.close();
  }
}
