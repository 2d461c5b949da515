package dev.parley.twilio.door;

import java.util.Optional;
import java.util.OptionalLong;

/** Keys that the caller presses, until they are told in words. One owner; times in nanoseconds. */
final class KeyPad {

  private static final int MOST = 64;

  private final KeySettings settings;
  private final StringBuilder keys = new StringBuilder();
  private long last;
  private boolean complete;

  KeyPad(KeySettings settings) {
    this.settings = settings;
  }

  void press(char key, long now) {
    if (!settings.told()) {
      return;
    }
    keys.append(key);
    last = now;
    complete = key == '#' || keys.length() >= MOST;
  }

  /** When the keys are to be told. */
  OptionalLong dueAt() {
    if (keys.isEmpty()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(complete ? last : last + settings.pause().toNanos());
  }

  /** The keys in words, if it is time. */
  Optional<String> take(long now) {
    OptionalLong due = dueAt();
    if (due.isEmpty() || now < due.getAsLong()) {
      return Optional.empty();
    }
    String words =
        "The caller pressed these telephone keys: " + String.join(" ", keys.toString().split(""));
    keys.setLength(0);
    complete = false;
    return Optional.of(words);
  }
}
