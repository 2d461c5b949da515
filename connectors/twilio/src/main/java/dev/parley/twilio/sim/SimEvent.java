package dev.parley.twilio.sim;

import java.time.Duration;

/** What the far end was told, and when, from the beginning of its stream. */
public sealed interface SimEvent {

  Duration at();

  /**
   * Audio came.
   *
   * @param samples how much
   */
  record Media(Duration at, int samples) implements SimEvent {}

  record Mark(Duration at, String name) implements SimEvent {}

  /**
   * What had not been played was thrown away.
   *
   * @param samples how much that was
   */
  record Clear(Duration at, long samples) implements SimEvent {}
}
