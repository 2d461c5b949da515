package dev.parley.app.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class JsonLinesTest {

  private final LoggerContext context = new LoggerContext();

  @Test
  void event_isOneLine_flatAndInOrder() throws IOException {
    LoggingEvent event = event("session ended", null);
    event.addKeyValuePair(new KeyValuePair("call", "sess_1"));
    event.addKeyValuePair(new KeyValuePair("turns", 2));
    event.addKeyValuePair(new KeyValuePair("seconds", 1.5));
    event.addKeyValuePair(new KeyValuePair("nothing", null));

    assertThat(new String(new JsonLines().encode(event), UTF_8))
        .isEqualTo(
            "{\"time\":\"2026-11-22T12:00:00.000Z\",\"level\":\"WARN\","
                + "\"logger\":\"dev.parley.Test\",\"message\":\"session ended\","
                + "\"call\":\"sess_1\",\"turns\":2,\"seconds\":1.5,\"nothing\":null}\n");
  }

  @Test
  void whateverItSays_itStaysOneObjectOnOneLine() throws IOException {
    String nasty = "a \"quote\"\nand\u2028more \\ \u0007 \ud83d\ude00";
    LoggingEvent event = event(nasty, new IllegalStateException("broken\nin two"));
    event.addKeyValuePair(new KeyValuePair("message", "not this one"));

    String line = new String(new JsonLines().encode(event), UTF_8);

    assertThat(line.lines()).hasSize(1);
    JsonNode read = new ObjectMapper().readTree(line);
    assertThat(read.path("message").asText()).isEqualTo(nasty);
    assertThat(read.path("error").asText()).contains("IllegalStateException", "in two", "at ");
  }

  private LoggingEvent event(String message, @Nullable Throwable failure) {
    LoggingEvent event =
        new LoggingEvent(
            "test", context.getLogger("dev.parley.Test"), Level.WARN, message, failure, null);
    event.setInstant(Instant.parse("2026-11-22T12:00:00Z"));
    return event;
  }
}
