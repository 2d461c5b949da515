package dev.parley.twilio.door;

import dev.parley.engine.frame.Epoch;
import java.util.HashSet;
import java.util.Set;

/**
 * Who speaks, and since when nobody does. What the system says of its own accord breaks no silence:
 * it is no answer. One owner; times in nanoseconds.
 */
final class Attention {

  private final Set<Epoch> replies = new HashSet<>();
  private boolean callerSpeaks;
  private long calmSince;
  private long quietSince;

  void note(Activity activity, long now) {
    switch (activity) {
      case Activity.CallerSpeaks speaks -> {
        callerSpeaks = true;
        touched(now);
      }
      case Activity.CallerStops stops -> {
        callerSpeaks = false;
        touched(now);
      }
      case Activity.Asked(Epoch epoch) -> {
        replies.add(epoch);
        touch(epoch, now);
      }
      case Activity.Over(Epoch epoch) -> {
        replies.remove(epoch);
        touch(epoch, now);
      }
    }
  }

  /** The call begins, or the caller does something that is no speech. */
  void touched(long now) {
    calmSince = now;
    quietSince = now;
  }

  private void touch(Epoch epoch, long now) {
    quietSince = now;
    if (epoch.lane() != Epoch.Lane.SAY) {
      calmSince = now;
    }
  }

  /** Whether nobody speaks, nor is about to. */
  boolean isQuiet() {
    return !callerSpeaks && replies.isEmpty();
  }

  /** Whether no reply is being made or played. */
  boolean agentIsQuiet() {
    return replies.isEmpty();
  }

  /** Since when nothing has changed at all. */
  long quietSince() {
    return quietSince;
  }

  /** Since when caller and agent have been silent; what the system said does not count. */
  long calmSince() {
    return calmSince;
  }
}
