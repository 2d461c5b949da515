package dev.parley.twilio.sim;

import dev.parley.engine.frame.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a caller does.
 *
 * @param voice what they say from the beginning on, at 8 kHz; then they are silent
 * @param keys what they press, and when
 * @param hangUpAt when they hang up; empty for never
 * @param faults what goes wrong on the way
 */
public record SimScript(
    Samples voice, List<Key> keys, Optional<Duration> hangUpAt, SimFaults faults) {

  /** Samples a second of what a caller says and hears. */
  public static final int RATE = 8_000;

  private static final Duration TAIL = Duration.ofSeconds(5);

  /** A key that is pressed. */
  public record Key(Duration at, char key) {}

  public SimScript {
    keys = List.copyOf(keys);
  }

  /** Says this, waits for five seconds, and hangs up. */
  public static SimScript says(Samples voice) {
    Duration length = Duration.ofMillis(voice.count() * 1_000L / RATE);
    return new SimScript(voice, List.of(), Optional.of(length.plus(TAIL)), SimFaults.none());
  }

  public SimScript presses(Duration at, char key) {
    List<Key> more = new ArrayList<>(keys);
    more.add(new Key(at, key));
    return new SimScript(voice, more, hangUpAt, faults);
  }

  public SimScript hangsUpAt(Duration at) {
    return new SimScript(voice, keys, Optional.of(at), faults);
  }

  /** Waits for the other side to hang up. */
  public SimScript neverHangsUp() {
    return new SimScript(voice, keys, Optional.empty(), faults);
  }

  public SimScript withFaults(SimFaults other) {
    return new SimScript(voice, keys, hangUpAt, other);
  }
}
