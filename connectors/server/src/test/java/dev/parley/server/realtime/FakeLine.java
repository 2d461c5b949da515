package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.wire.RateLimit;
import dev.parley.wire.RealtimeWriter;
import dev.parley.wire.ServerEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps all that a dialogue says and wants. What goes to the client is kept as the client would
 * read it, and must be JSON with a type and an id, in the order that clients rely on.
 */
final class FakeLine implements Line {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How the connection was ended. */
  record HangUp(int code, String reason) {}

  final List<JsonNode> events = new ArrayList<>();
  final List<SessionCommand> commands = new ArrayList<>();
  final List<Captured> heard = new ArrayList<>();
  final List<CallEvent> recorded = new ArrayList<>();
  long nanos;
  Optional<Duration> alarm = Optional.empty();
  Optional<HangUp> hungUp = Optional.empty();
  private final OrderCheck order = new OrderCheck();
  private long sent;
  private long errors;

  @Override
  public void send(ServerEvent event) {
    JsonNode json = read(RealtimeWriter.write(event, "event_" + ++sent));
    assertThat(json.path("type").asText()).isNotEmpty();
    assertThat(json.path("event_id").asText()).isNotEmpty();
    order.take(json);
    events.add(json);
    if (json.path("type").asText().equals("error")) {
      errors++;
    }
  }

  /** How many errors the client was told of. */
  long errors() {
    return errors;
  }

  /** The checker of the order of all that was sent. */
  OrderCheck order() {
    return order;
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError("this is no JSON: " + new String(json, StandardCharsets.UTF_8), e);
    }
  }

  @Override
  public void hear(Captured audio) {
    heard.add(audio);
  }

  @Override
  public void tell(SessionCommand command) {
    commands.add(command);
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public List<RateLimit> allowance() {
    return List.of(new RateLimit(RateLimit.Of.REQUESTS, 500, 499, 0.005));
  }

  @Override
  public void record(CallEvent event) {
    recorded.add(event);
  }

  @Override
  public void wakeAfter(Duration idle) {
    alarm = Optional.of(idle);
  }

  @Override
  public void letSleep() {
    alarm = Optional.empty();
  }

  @Override
  public void hangUp(int code, String reason) {
    assertThat(hungUp).as("hung up once").isEmpty();
    hungUp = Optional.of(new HangUp(code, reason));
  }
}
