package dev.parley.app.farend;

import dev.parley.twilio.sim.SimEvent;
import dev.parley.twilio.sim.SimReport;
import dev.parley.twilio.sim.SimScript;
import java.time.Duration;

/**
 * What became of the audio that came.
 *
 * @param came how much of it there was
 * @param heard how much was played
 * @param cleared how much was thrown away by {@code clear}
 */
record Playback(Duration came, Duration heard, Duration cleared) {

  static Playback of(SimReport stream) {
    long came = 0;
    long cleared = 0;
    long waiting = 0;
    Duration before = Duration.ZERO;
    for (SimEvent event : stream.events()) {
      waiting = Math.max(0, waiting - samples(event.at().minus(before)));
      before = event.at();
      switch (event) {
        case SimEvent.Media media -> {
          came += media.samples();
          waiting += media.samples();
        }
        case SimEvent.Clear clear -> {
          cleared += clear.samples();
          waiting = 0;
        }
        case SimEvent.Mark mark -> {}
      }
    }
    long left = Math.max(0, waiting - samples(stream.lasted().minus(before)));
    return new Playback(span(came), span(Math.max(0, came - cleared - left)), span(cleared));
  }

  private static long samples(Duration span) {
    return span.toMillis() * SimScript.RATE / 1_000;
  }

  private static Duration span(long samples) {
    return Duration.ofMillis(samples * 1_000 / SimScript.RATE);
  }
}
