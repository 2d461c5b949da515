package dev.parley.benchmarks.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The driver against servers whose figures are known. */
class ControlsTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final int SESSIONS = 5;

  @Test
  void echo_bringsBackEveryFrameOnce() {
    Controls.Finding finding = Controls.find(new Answer.Echo(), SESSIONS, SHORT);
    assertThat(finding.count().sent()).isGreaterThanOrEqualTo(SESSIONS);
    assertThat(finding.count().lost()).isZero();
    assertThat(finding.count().strange()).isZero();
    assertThat(finding.report().sent()).isEqualTo(finding.report().late().count());
    assertThat(finding.report().hungUp()).isZero();
  }

  @Test
  void sink_losesAll() {
    EchoCount count = Controls.find(new Answer.Sink(), 2, SHORT).count();
    assertThat(count.sent()).isPositive();
    assertThat(count.lost()).isEqualTo(count.sent());
  }

  @Test
  void dropping_isCountedExactly() {
    int every = 5;
    EchoCount count = Controls.find(new Answer.Dropping(every), 1, SHORT).count();
    assertThat(count.lost()).isEqualTo(count.sent() / every);
    assertThat(count.sent()).isGreaterThan(every);
    assertThat(count.strange()).isZero();
  }

  @Test
  @Tag("slow")
  void delay_isMeasured() {
    Controls.Finding finding =
        Controls.find(new Answer.After(Controls.DELAY), SESSIONS, Duration.ofSeconds(3));
    assertThat(finding.count().lost()).isZero();
    assertThat(finding.latency().p50()).isBetween(50_000L, 60_000L);
  }

  @Test
  void pekkoEcho_bringsBackEveryFrameOnce() {
    ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "echo");
    Histogram latency = Spread.histogram();
    AppendFrames frames = new AppendFrames(Sound.room(2));
    int port = PekkoEcho.start(system).toCompletableFuture().join().localAddress().getPort();
    try (LoadDriver<EchoCaller> driver =
        LoadDriver.open(Sockets.local(port), SESSIONS, i -> new EchoCaller(frames, latency))) {
      driver.runUntil(
          () -> driver.callers().stream().allMatch(caller -> caller.sent() > 5),
          Duration.ofSeconds(10));
      EchoCount count = EchoCount.of(driver, Duration.ofSeconds(10));
      assertThat(count.sent()).isGreaterThan(5 * SESSIONS);
      assertThat(count.lost()).isZero();
      assertThat(count.strange()).isZero();
    } finally {
      system.terminate();
    }
  }

  @Test
  void nobodyListening_isToldAtOnce() {
    int port;
    try (NettyServer server = NettyServer.start(new Answer.Sink())) {
      port = server.port();
    }
    AppendFrames frames = new AppendFrames(Sound.room(1));
    assertThatThrownBy(
            () ->
                LoadDriver.open(
                    Sockets.local(port), 1, i -> new EchoCaller(frames, Spread.histogram())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the driver failed");
  }
}
