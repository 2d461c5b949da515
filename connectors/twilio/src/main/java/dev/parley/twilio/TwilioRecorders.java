package dev.parley.twilio;

import dev.parley.engine.pipeline.Recording;

/** Who records calls. Asked for each one; safe for any thread, and quick. */
@FunctionalInterface
public interface TwilioRecorders {

  /** The room that hears speech begin and stop, in every call's plan. */
  String VAD = "vad";

  /** The room that hears turns end. */
  String TURNS = "turns";

  /** Samples a second that models hear: a door of 8 kHz makes no more of it. */
  int MODEL_RATE = 16_000;

  /**
   * The recording of a call that is about to begin, or {@link Recording#off}. The call still may
   * not begin: then nothing more is heard of it.
   *
   * @param start who calls whom
   * @param agent who takes it, and how it hears
   */
  Recording open(CallStart start, Agent agent);

  /** Nothing is recorded. */
  static TwilioRecorders none() {
    return (start, agent) -> Recording.off();
  }
}
