package dev.parley.app;

import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Voice;
import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.Recognisers;
import dev.parley.speech.Voices;
import dev.parley.speech.agent.AgentSettings;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.Task;
import dev.parley.speech.cascade.Cascade;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The cascade of this machine's parts: {@code cascade} with the best recogniser that is here,
 * {@code cascade:NAME} with another. Where PocketSphinx hears, Sphinx4 gives the second opinion
 * that the highest effort wants.
 */
final class OfflineModel {

  private static final Task WORDS = new Task.Expected(new LanguageModel("", "", Map.of()));

  private OfflineModel() {}

  /**
   * @param spec such as {@code cascade:sphinx4}
   * @throws IllegalArgumentException in one sentence, if there is no such recogniser, or it does
   *     not work here
   */
  static Backend parse(String spec, Voice voice) {
    Recognisers recognisers = Recognisers.standard();
    int colon = spec.indexOf(':');
    String name = colon < 0 ? recognisers.best() : spec.substring(colon + 1);
    try {
      Recogniser first = closed(recognisers.make(name));
      if (!first.can(WORDS)) {
        throw new IllegalArgumentException(
            "%s takes dictation only, and cannot be told what to expect: use %s"
                .formatted(name, recognisers.best()));
      }
      Optional<Recogniser> second =
          first.name().equals(Recognisers.ALWAYS)
              ? Optional.empty()
              : Optional.of(closed(recognisers.make(Recognisers.ALWAYS)));
      return Cascade.of(
          first,
          second,
          Voices.standard(),
          voice,
          Clock.system(ZoneId.systemDefault()),
          AgentSettings.defaults());
    } catch (RecogniserException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Its files go when the program does: it lives as long as that. */
  private static Recogniser closed(Recogniser recogniser) {
    Runtime.getRuntime().addShutdownHook(new Thread(recogniser::close, "close-recogniser"));
    return recogniser;
  }
}
