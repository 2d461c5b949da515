package dev.parley.app.report;

import dev.parley.engine.frame.Epoch;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is known of one reply, as it becomes known. */
final class ReplyLog {

  final Epoch epoch;
  final Duration asked;
  final StringBuilder text = new StringBuilder();
  @Nullable Duration firstAudio;
  @Nullable Duration cut;
  long samples;
  int rate = 24_000;

  ReplyLog(Epoch epoch, Duration asked) {
    this.epoch = epoch;
    this.asked = asked;
  }

  boolean isAudible() {
    return firstAudio != null;
  }

  CallReport.Reply report(CallReport.@Nullable Stages stages) {
    return new CallReport.Reply(
        epoch.toString(),
        text.toString().strip(),
        firstAudio == null ? null : millis(firstAudio),
        firstAudio == null ? null : round(millis(firstAudio) + 1000.0 * samples / rate),
        samples,
        rate,
        cut != null,
        stages);
  }

  /** Milliseconds with three decimals: a sample is not longer than that. */
  static double millis(Duration span) {
    return round(span.toNanos() / 1e6);
  }

  static double round(double millis) {
    return Math.round(millis * 1000) / 1000.0;
  }
}
