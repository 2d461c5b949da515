package dev.parley.speech.asr.sphinx4;

import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.asr.RecogniserException;
import edu.cmu.sphinx.linguist.acoustic.AcousticModel;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.TiedStateAcousticModel;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * An acoustic model and the networks that were compiled for it: 64 MB and a second once, then next
 * to nothing for each utterance.
 *
 * <p>It is not safe for two threads: it keeps the scores of the last rows it was asked for. It
 * finds them by the number of a row's first sample, so that several utterances may take turns if no
 * two of them ever use the same number.
 */
final class SharedModel {

  /** As many language models as it remembers; a server has one for each set of tools in use. */
  private static final int NETWORKS = 24;

  private static final String LOCATION = "resource:/edu/cmu/sphinx/models/en-us/en-us";
  private static final int TOP_GAUSSIANS = 4;
  private static final long UTTERANCE = 1L << 40;

  private record Key(String language, SearchSettings settings) {}

  private final ReentrantLock turn = new ReentrantLock(/* fair= */ true);
  private final UnitManager units = new UnitManager();
  private final Sphinx3Loader loader;
  private final AcousticModel acoustic;
  private final Map<Key, Network> networks = new LinkedHashMap<>(16, 0.75f, /* byUse= */ true);
  private long utterances;

  /**
   * Takes a second or two.
   *
   * @throws RecogniserException if the model cannot be read
   */
  SharedModel() {
    try {
      loader =
          new Sphinx3Loader(
              LOCATION,
              units,
              /* distFloor= */ 0, // anything else is slow, and wrong
              /* mixtureWeightFloor= */ 1e-7f,
              /* varianceFloor= */ 1e-4f,
              TOP_GAUSSIANS,
              /* useCDUnits= */ true);
      acoustic = new TiedStateAcousticModel(loader, units, /* useComposites= */ true);
      acoustic.allocate();
    } catch (IOException | ClassNotFoundException e) {
      throw new RecogniserException("Sphinx4's acoustic model cannot be read from its jar", e);
    }
  }

  UnitManager units() {
    return units;
  }

  AcousticModel acoustic() {
    return acoustic;
  }

  /** Runs a job that needs the model; others wait for it. */
  <T> T alone(Supplier<T> job) {
    turn.lock();
    try {
      return job.get();
    } finally {
      turn.unlock();
    }
  }

  /** Where the samples of a new utterance are numbered from. Needs the turn. */
  long nextSampleNumber() {
    return utterances++ * UTTERANCE;
  }

  /**
   * The network of a language model, compiled if it is not there.
   *
   * @throws IllegalArgumentException in one sentence, if the language model is broken
   */
  Network network(LanguageModel language, SearchSettings settings) {
    return alone(
        () -> {
          Key key = new Key(language.id(), settings);
          Network known = networks.get(key);
          if (known != null) {
            return known;
          }
          Network made = compile(language, settings);
          networks.put(key, made);
          networks.keySet().stream()
              .limit(Math.max(0, networks.size() - NETWORKS))
              .toList()
              .forEach(networks::remove);
          return made;
        });
  }

  private Network compile(LanguageModel language, SearchSettings settings) {
    WordList words =
        new WordList(
            language.pronunciations(), units, loader.getContextIndependentUnits().keySet());
    ArpaModel arpa = new ArpaModel(language.arpa(), word -> words.getWord(word) != null);
    return new Network(this, arpa, words, settings);
  }
}
