package dev.parley.recorder;

import java.util.Optional;

/**
 * Whether a session may be recorded, as the caller was asked.
 *
 * @param given without it nothing is written
 * @param subject names whose recording it is, so that it can be exported and deleted on their wish
 */
public record Consent(boolean given, Optional<String> subject) {

  private static final int LONGEST = 256;

  public Consent {
    subject.ifPresent(
        name -> {
          if (name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException(
                "a subject has 1 to %d letters, got %d".formatted(LONGEST, name.length()));
          }
        });
  }

  /** Nobody has agreed to anything. */
  public static Consent no() {
    return new Consent(false, Optional.empty());
  }

  /** The caller agrees, and nobody needs to know who it is. */
  public static Consent yes() {
    return new Consent(true, Optional.empty());
  }

  /** The caller agrees. */
  public static Consent of(String subject) {
    return new Consent(true, Optional.of(subject));
  }

  /** Keeps the subject out of logs. */
  @Override
  public String toString() {
    return "Consent[" + given + "]";
  }
}
