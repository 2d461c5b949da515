package dev.parley.benchmarks.eval;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Voice;
import dev.parley.speech.Voices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The synthetic callers that work here. */
final class Mouths {

  private static final String ESPEAK = "espeak-ng";
  private static final List<String> VARIANTS = List.of("en-us", "en-us+f3");
  private static final int PAUSE_MILLIS = 300;

  private Mouths() {}

  /** Says a text, with silence around it. */
  @FunctionalInterface
  interface Mouth {
    Clip say(String text);
  }

  /** By name: FreeTTS always, a man and a woman of espeak-ng where that is installed. */
  static Map<String, Mouth> all() {
    Map<String, Mouth> all = new LinkedHashMap<>();
    Voice freeTts = Voices.best();
    all.put(freeTts.name(), text -> padded(spoken(freeTts, text)));
    if (Voices.standard().names().contains(ESPEAK)) {
      VARIANTS.forEach(
          variant -> all.put(ESPEAK + ":" + variant, text -> padded(espeak(variant, text))));
    }
    return all;
  }

  private static Clip spoken(Voice voice, String text) {
    Samples[] all = {Samples.silence(0)};
    voice.speak(
        text,
        piece -> {
          all[0] = all[0].append(piece);
          return true;
        });
    return new Clip(all[0], voice.rate());
  }

  /** Voices that differ in more than their language are beyond the engine's own voice. */
  private static Clip espeak(String variant, String text) {
    try {
      Path file = Files.createTempFile("readback", ".wav");
      try {
        Process process =
            new ProcessBuilder(ESPEAK, "-v", variant, "-w", file.toString(), text).start();
        if (process.waitFor() != 0) {
          throw new IllegalStateException(ESPEAK + " cannot speak as " + variant);
        }
        return Clip.channelsOf(file).getFirst();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + ESPEAK + " spoke", e);
    }
  }

  private static Clip padded(Clip clip) {
    Samples silence = Samples.silence(clip.rate() * PAUSE_MILLIS / 1_000);
    return new Clip(silence.append(clip.samples()).append(silence), clip.rate());
  }
}
