package dev.parley.app.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.time.MediaClock;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.engine.tool.ToolBox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountdownsTest {

  private final VirtualWorld<Void> world = Boxes.world();
  private final CallLine line = CallLine.in(world.system());
  private final ToolBox box = new Countdowns(line).into(ToolBox.empty());
  private final List<String> said = new ArrayList<>();
  private final CompletableFuture<String> closed = new CompletableFuture<>();

  @AfterEach
  void closeWorld() {
    world.close();
  }

  private void connect() {
    MediaClock clock = MediaClock.of(world.system());
    line.connect(
        text -> said.add(Duration.ofNanos(clock.nanos()).toSeconds() + " s: " + text), closed);
  }

  /** Does these things one after the other, and then lets an hour pass. */
  private void in(Runnable... acts) {
    world.run(
        system -> {
          for (Runnable act : acts) {
            act.run();
          }
          CompletableFuture<Void> over = new CompletableFuture<>();
          var classic = system.classicSystem();
          classic
              .scheduler()
              .scheduleOnce(Duration.ofHours(1), () -> over.complete(null), classic.dispatcher());
          return over;
        },
        Duration.ofHours(2));
  }

  private void start(String arguments) {
    assertThat(Boxes.now(box, "start_timer", arguments).has("error")).isFalse();
  }

  @Test
  void timer_firesAfterItsTime_andSpeaks() {
    in(
        this::connect,
        () -> start("{\"duration\":\"PT5M\",\"label\":\"tea\"}"),
        () -> start("{\"duration\":90}"));

    assertThat(said)
        .containsExactly(
            "90 s: The timer of 1 minute and 30 seconds is over.",
            "300 s: The tea timer of 5 minutes is over.");
  }

  @Test
  void timer_thatFiresBeforeTheCallIsConnected_speaksWhenItIs() {
    in(() -> start("{\"duration\":5}"));
    assertThat(said).isEmpty();
    connect();
    assertThat(said).hasSize(1);
  }

  @Test
  void start_tellsNameAndTime() {
    var answer = Boxes.now(box, "start_timer", "{\"duration\":\"PT1H30M\",\"label\":\"nap\"}");
    assertThat(answer.path("timer").asText()).isEqualTo("nap timer");
    assertThat(answer.path("time").asText()).isEqualTo("1 hour and 30 minutes");
    assertThat(answer.path("seconds").asInt()).isEqualTo(5_400);
  }

  @Test
  void cancelledTimer_isSilent_theOthersAreNot() {
    in(
        this::connect,
        () -> start("{\"duration\":10,\"label\":\"tea\"}"),
        () -> start("{\"duration\":20,\"label\":\"egg\"}"),
        () -> Boxes.now(box, "cancel_timer", "{\"label\":\"tea\"}"));
    assertThat(said).containsExactly("20 s: The egg timer of 20 seconds is over.");
  }

  @Test
  void cancelWithoutAName_stopsTheYoungest() {
    start("{\"duration\":10,\"label\":\"tea\"}");
    start("{\"duration\":20,\"label\":\"egg\"}");
    assertThat(Boxes.now(box, "cancel_timer", "{}").path("timer").asText()).isEqualTo("egg timer");
    assertThat(Boxes.now(box, "cancel_timer", "{}").path("timer").asText()).isEqualTo("tea timer");
    assertThat(Boxes.now(box, "cancel_timer", "{}").path("error").asText())
        .isEqualTo("there is no timer running");
  }

  @Test
  void timersOfAnEndedCall_areSilent() {
    in(
        this::connect,
        () -> start("{\"duration\":10}"),
        () -> closed.complete("report"),
        () -> start("{\"duration\":5}"));
    assertThat(said).isEmpty();
  }

  @Test
  void timersOfACallThatFailed_areSilent() {
    in(
        this::connect,
        () -> start("{\"duration\":10}"),
        () -> closed.completeExceptionally(new IllegalStateException("broken")));
    assertThat(said).isEmpty();
  }

  @Test
  void sameLabelTwice_isRefused_untilTheFirstHasFired() {
    in(
        this::connect,
        () -> start("{\"duration\":10,\"label\":\"tea\"}"),
        () ->
            assertThat(
                    Boxes.now(box, "start_timer", "{\"duration\":9,\"label\":\"tea\"}")
                        .path("error")
                        .asText())
                .isEqualTo("there is a tea timer already"));
    start("{\"duration\":10,\"label\":\"tea\"}");
  }

  @Test
  void tooManyTimers_areRefused() {
    for (int i = 0; i < 20; i++) {
      start("{\"duration\":10}");
    }
    assertThat(Boxes.now(box, "start_timer", "{\"duration\":10}").path("error").asText())
        .isEqualTo("there are 20 timers already");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"duration\":0}",
        "{\"duration\":86401}",
        "{\"duration\":-5}",
        "{\"duration\":\"PT0S\"}",
        "{\"duration\":\"P400D\"}",
        "{\"duration\":\"P99999999999999999999D\"}",
        "{\"duration\":\"soon\"}",
        "{\"duration\":\"PT5M\",\"lable\":\"tea\"}",
        "[]",
        "rubbish",
        ""
      })
  void wrongArguments_areAnError(String arguments) {
    assertThat(Boxes.now(box, "start_timer", arguments).path("error").asText()).isNotEmpty();
  }
}
