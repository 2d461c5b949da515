package dev.parley.prometheus;

import static dev.parley.prometheus.Scraped.moved;
import static dev.parley.prometheus.Story.FIRST;
import static dev.parley.prometheus.Story.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.telemetry.CallEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ManyThreadsTest {

  private static final int THREADS = 8;
  private static final int CALLS = 500;

  private final Metrics metrics = new Metrics(MetricsSettings.defaults());

  @Test
  void calls_ofManyThreads_areAllCounted_whileOthersScrape()
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1)) {
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        int thread = t;
        all.add(threads.submit(() -> calls(thread)));
      }
      all.add(threads.submit(this::scrapes));
      for (Future<?> one : all) {
        one.get();
      }
    }

    assertThat(moved(metrics))
        .contains(
            "sessions_opened_total 4000.0",
            "sessions_closed_total{outcome=\"completed\"} 4000.0",
            "session_duration_seconds_count 4000",
            "turns_total 4000.0",
            "reply_latency_seconds_count 4000",
            "barge_in_silence_seconds_count 4000",
            "interruptions_total{kind=\"true\"} 4000.0",
            "errors_told_total{code=\"invalid_value\"} 4000.0",
            "replies_total{lane=\"main\",outcome=\"cut\"} 4000.0")
        .noneMatch(line -> line.startsWith("sessions_open ") || line.contains("forgotten"));
  }

  @Test
  void oneCall_thatManyThreadsTellOf_losesNothing()
      throws InterruptedException, ExecutionException {
    Story call = new Story(metrics, "call-1").opened();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        all.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < CALLS; i++) {
                    call.at(i, new CallEvent.Complained("code_" + (char) ('a' + i % 26)))
                        .speech(i, 0, 0)
                        .stopped(i, FIRST)
                        .flushed(i, SECOND)
                        .over(i, FIRST, Outcome.COMPLETED);
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    call.closed(1000);

    assertThat(moved(metrics, "parley_errors_told_total")).hasSize(26);
    assertThat(moved(metrics, "parley_replies_total"))
        .containsExactly("replies_total{lane=\"main\",outcome=\"completed\"} 4000.0");
  }

  private void calls(int thread) {
    for (int i = 0; i < CALLS; i++) {
      new Story(metrics, thread + "-" + i)
          .opened()
          .turn(1500, 0, 1000, 1500)
          .speaks(1600, FIRST)
          .at(1700, new CallEvent.Complained("invalid_value"))
          .speech(2000, 1800, 1900)
          .cut(2001, 2002, CutReason.BARGE_IN, FIRST)
          .over(2002, FIRST, Outcome.CUT)
          .flushed(2003, FIRST)
          .silence(3000, 2500, 2800)
          .closed(4000);
    }
  }

  private void scrapes() {
    for (int i = 0; i < 50; i++) {
      assertThat(metrics.scrape(null).body()).isNotEmpty();
    }
  }
}
