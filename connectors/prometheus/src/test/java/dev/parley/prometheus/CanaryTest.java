package dev.parley.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Depths;
import dev.parley.engine.telemetry.NodeEvent;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that callers, models, tools and clients bring never comes out, whatever field it is in. */
class CanaryTest {

  private static final Position HERE = new Position(16_000, 16_000);

  private final List<String> planted = new ArrayList<>();
  private final Metrics metrics = new Metrics(MetricsSettings.defaults());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my card number is 4111 %d",
        "sk-canary%d",
        "ek_68af296e8e408191a1120ab63%d",
        "{\"pin\":\"canary%d\"}",
        "Canary%d",
        "call_canary0000%d",
        "canary\n# TYPE parley_canary gauge\nparley_canary %d",
        "canary\"} 1\nx{y=\"%d"
      })
  void text_ofAnyEvent_staysInside(String canary) throws ReflectiveOperationException {
    String call = plant(canary);
    metrics.record(call, Duration.ZERO, new CallEvent.Opened(depths(canary)));
    for (Class<?> type : CallEvent.class.getPermittedSubclasses()) {
      if (type != CallEvent.Opened.class && type != CallEvent.Closed.class) {
        for (Object event : all(type, canary)) {
          metrics.record(call, Duration.ofSeconds(1), (CallEvent) event);
        }
      }
    }
    for (Class<?> type : NodeEvent.class.getPermittedSubclasses()) {
      for (Object event : all(type, canary)) {
        metrics.record((NodeEvent) event);
      }
    }
    metrics.record(plant(canary), Duration.ZERO, new CallEvent.Opened(depths(canary)));
    metrics.record(call, Duration.ofSeconds(2), new CallEvent.Closed());

    assertThat(planted).hasSizeGreaterThan(15);
    for (String accept : List.of("text/plain", "application/openmetrics-text")) {
      String text = new String(metrics.scrape(accept).body(), UTF_8);
      assertThat(text).contains("\"other\"");
      assertThat(planted)
          .noneMatch(text::contains)
          .noneMatch(secret -> text.contains(secret.replace("\n", "\\n").replace("\"", "\\\"")));
      assertThat(text).doesNotContainIgnoringCase("canary");
    }
  }

  @Test
  void labels_areFewWhateverComes() throws ReflectiveOperationException {
    for (int round = 0; round < 500; round++) {
      String canary = "word" + "abcdefghij".charAt(round % 10) + "_" + (char) ('a' + round / 20);
      for (Class<?> type : CallEvent.class.getPermittedSubclasses()) {
        if (type != CallEvent.Opened.class) {
          for (Object event : all(type, canary)) {
            metrics.record("call", Duration.ofSeconds(1), (CallEvent) event);
          }
        }
      }
    }

    Map<String, Long> lines = new TreeMap<>();
    Scraped.text(metrics)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.contains("_bucket"))
        .forEach(line -> lines.merge(line.replaceAll("[ {].*", ""), 1L, Long::sum));
    assertThat(lines).isNotEmpty().allSatisfy((name, count) -> assertThat(count).isLessThan(66));
  }

  /** One event of this kind, or one for each thing that it can hold, with canaries in its texts. */
  private List<Object> all(Class<?> type, String canary) throws ReflectiveOperationException {
    if (type == CallEvent.Caller.class) {
      List<Object> each = new ArrayList<>();
      for (Class<?> fact : Signal.class.getPermittedSubclasses()) {
        each.add(new CallEvent.Caller((Signal) made(fact, canary)));
      }
      return each;
    }
    return List.of(made(type, canary));
  }

  private Object made(Class<?> type, String canary) throws ReflectiveOperationException {
    RecordComponent[] parts = type.getRecordComponents();
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = value(parts[i].getType(), canary);
    }
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return type.getDeclaredConstructor(types).newInstance(values);
  }

  private Object value(Class<?> type, String canary) {
    Epoch epoch = new Epoch(Epoch.Lane.MAIN, 1);
    Map<Class<?>, Object> plain =
        Map.of(
            Position.class,
            HERE,
            Epoch.class,
            epoch,
            List.class,
            List.of(epoch),
            Duration.class,
            Duration.ofMillis(900),
            CutReason.class,
            CutReason.BARGE_IN,
            ReplySignal.Outcome.class,
            ReplySignal.Outcome.COMPLETED,
            CallEvent.Parted.By.class,
            CallEvent.Parted.By.CLIENT,
            Heard.class,
            new Heard(epoch, 0, HERE, Heard.Basis.COUNTED));
    Map<Class<?>, Object> primitive =
        Map.of(int.class, 7, long.class, 7L, boolean.class, true, char.class, '#');
    if (type == String.class) {
      return plant(canary);
    }
    Object value = plain.containsKey(type) ? plain.get(type) : primitive.get(type);
    return Objects.requireNonNull(value, () -> "a canary for " + type);
  }

  private Depths depths(String canary) {
    Depths depths = new Depths();
    depths.of(plant(canary)).set(1, 1);
    return depths;
  }

  private String plant(String canary) {
    String one = canary.formatted(10_000 + planted.size());
    planted.add(one);
    return one;
  }
}
