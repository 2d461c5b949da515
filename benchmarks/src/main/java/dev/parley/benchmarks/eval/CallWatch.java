package dev.parley.benchmarks.eval;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.engine.time.CallClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks on at one call: when replies are cut, what leaves the playout, and what is said to have
 * been heard. Lives on the one thread of a virtual world.
 */
final class CallWatch implements Telemetry, Tap, Tap.Observer {

  private final Map<Epoch, Duration> cuts = new HashMap<>();
  private final Map<Epoch, Duration> drained = new HashMap<>();
  private final Map<Epoch, Long> left = new HashMap<>();
  private final Map<Epoch, Long> heard = new HashMap<>();
  private final Set<Epoch> interrupted = new HashSet<>();
  private int stale;

  @Override
  public void record(String callId, Duration at, CallEvent event) {
    switch (event) {
      case CallEvent.Interrupted cut when cut.why() == CutReason.BARGE_IN ->
          cut.epochs().forEach(epoch -> cuts.put(epoch, at));
      case CallEvent.Drained whole -> drained.put(whole.epoch(), at);
      case CallEvent.HeardOf(Heard part) ->
          heard.merge(part.epoch(), part.until().sample(), Long::sum);
      default -> {}
    }
  }

  @Override
  public String name() {
    return "watch";
  }

  @Override
  public Observer open(AudioFormat caller, AudioFormat reply, CallClock clock) {
    return this;
  }

  @Override
  public void outbound(Outbound frame) {
    switch (frame) {
      case Cue.Interrupted cut -> interrupted.addAll(cut.epochs());
      case Spoken spoken -> {
        left.merge(spoken.epoch(), (long) spoken.samples().count(), Long::sum);
        if (cuts.containsKey(spoken.epoch()) || interrupted.contains(spoken.epoch())) {
          stale++;
        }
      }
      default -> {}
    }
  }

  /** When a reply was cut by the caller, if it was. */
  Optional<Duration> cut(Epoch epoch) {
    return Optional.ofNullable(cuts.get(epoch));
  }

  /** When all of a reply had left the playout, if it ever did. */
  Optional<Duration> drained(Epoch epoch) {
    return Optional.ofNullable(drained.get(epoch));
  }

  /** Frames of replies that left the playout after these had been cut. */
  int stale() {
    return stale;
  }

  /** By how many samples what was said to be heard of cut replies misses what left the playout. */
  long heardError() {
    return cuts.keySet().stream()
        .mapToLong(e -> Math.abs(heard.getOrDefault(e, 0L) - left.getOrDefault(e, 0L)))
        .max()
        .orElse(0);
  }
}
