package dev.parley.app.record;

import dev.parley.app.Catalogue;
import dev.parley.audio.turn.TurnSettings;
import dev.parley.audio.turn.TurnTuning;
import dev.parley.audio.vad.VadSettings;
import dev.parley.audio.vad.VadTuning;
import dev.parley.recorder.format.About;
import dev.parley.recorder.format.Rooms;
import java.time.Duration;
import java.util.Optional;

/**
 * What is otherwise in a replay than it was as the recorded call began.
 *
 * @param detector who hears speech, with their own settings
 * @param threshold how clear speech has to be, relative to what it was: 0.5 changes nothing
 * @param silence how long silence lasts until it ends a turn, whatever pauses the caller makes
 */
public record ReplayChange(
    Optional<String> detector, Optional<Double> threshold, Optional<Duration> silence) {

  public ReplayChange {
    threshold.ifPresent(
        share -> {
          if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("--threshold must be 0 to 1, got " + share);
          }
        });
    silence.ifPresent(
        span -> {
          if (span.isNegative()) {
            throw new IllegalArgumentException("--silence must not be negative, got " + span);
          }
        });
  }

  /** As it was. */
  public static ReplayChange none() {
    return new ReplayChange(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The same session, assembled like this.
   *
   * @throws IllegalArgumentException in one sentence if it has nothing that could be changed
   */
  About of(About about) {
    Rooms rooms = about.rooms();
    if (detector.isPresent()) {
      String name = detector.get();
      rooms = rooms.withDetector(name).withVad(hears(rooms.vad(), name));
    }
    if (threshold.isPresent()) {
      rooms = rooms.withVad(vad(rooms.vad(), "--threshold").withThreshold(threshold.get()));
    }
    if (silence.isPresent()) {
      TurnSettings turns = turns(rooms.turns());
      rooms =
          rooms
              .withTurns(TurnSettings.after(silence.get()).withMaxTurn(turns.maxTurn()))
              .withVad(vad(rooms.vad(), "--silence").noSlowerThan(silence.get()));
    }
    return about.withRooms(rooms);
  }

  /** Off stays off. */
  private static VadTuning hears(VadTuning then, String detector) {
    return then instanceof VadSettings ? Catalogue.detector(detector).settings() : then;
  }

  private static VadSettings vad(VadTuning tuning, String option) {
    if (tuning instanceof VadSettings settings) {
      return settings;
    }
    throw new IllegalArgumentException(
        option + " changes nothing: the call began with speech detection off");
  }

  private static TurnSettings turns(TurnTuning tuning) {
    if (tuning instanceof TurnSettings settings) {
      return settings;
    }
    throw new IllegalArgumentException(
        "--silence changes nothing: the call began with turn detection off");
  }
}
