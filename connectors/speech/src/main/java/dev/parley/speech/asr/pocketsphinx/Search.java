package dev.parley.speech.asr.pocketsphinx;

import dev.parley.speech.asr.Beam;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PocketSphinx' settings, as its command line takes them. */
final class Search {

  /**
   * How much the language model counts against the sounds. The library's own 6.5 suits models of
   * text; one that is compiled from tools knows better what may follow.
   */
  private static final String LANGUAGE_WEIGHT = "9";

  private Search() {}

  /** For words that are known before. */
  static List<String> expected(Path acoustic, Path model, Path dictionary, Beam beam) {
    List<String> arguments = dictation(acoustic, model, dictionary, beam);
    arguments.addAll(List.of("-lw", LANGUAGE_WEIGHT));
    return arguments;
  }

  /** For text, with the library's own weights. */
  static List<String> dictation(Path acoustic, Path model, Path dictionary, Beam beam) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-hmm",
                acoustic.toString(),
                "-lm",
                model.toString(),
                "-dict",
                dictionary.toString()));
    arguments.addAll(
        switch (beam) {
          case NARROW -> List.of("-fwdflat", "no", "-maxhmmpf", "3000");
          case NORMAL -> List.of();
          case WIDE ->
              List.of(
                  "-beam",
                  "1e-80",
                  "-wbeam",
                  "1e-60",
                  "-pbeam",
                  "1e-80",
                  "-fwdflatbeam",
                  "1e-90",
                  "-fwdflatwbeam",
                  "1e-60");
        });
    return arguments;
  }
}
