package dev.parley.benchmarks.eval;

import dev.parley.speech.Recognisers;
import dev.parley.speech.asr.Recogniser;
import java.util.Optional;
import java.util.function.BiFunction;

/** Opens the recognisers that the cascade would listen with. */
final class SpeechEars {

  private final HearingSettings settings;
  private final Recognisers recognisers;

  SpeechEars(HearingSettings settings, Recognisers recognisers) {
    this.settings = settings;
    this.recognisers = recognisers;
  }

  /** Works with the first and, where there is one, the second; they are closed behind it. */
  <R> R with(BiFunction<Recogniser, Optional<Recogniser>, R> work) {
    String name = settings.recogniser().orElseGet(recognisers::best);
    try (Recogniser first = recognisers.make(name)) {
      Optional<Recogniser> second = second(name, first);
      try {
        return work.apply(first, second);
      } finally {
        second.ifPresent(Recogniser::close);
      }
    }
  }

  /** The recogniser that everybody has, if the first is another: as the cascade does. */
  private Optional<Recogniser> second(String name, Recogniser first) {
    if (name.equals(Recognisers.ALWAYS)) {
      return Optional.empty();
    }
    Recogniser second = recognisers.make(Recognisers.ALWAYS);
    if (second.rate() != first.rate()) {
      second.close();
      return Optional.empty();
    }
    return Optional.of(second);
  }
}
