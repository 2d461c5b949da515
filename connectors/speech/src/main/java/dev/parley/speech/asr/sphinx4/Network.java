package dev.parley.speech.asr.sphinx4;

import edu.cmu.sphinx.linguist.Linguist;
import edu.cmu.sphinx.linguist.SearchGraph;
import edu.cmu.sphinx.linguist.lextree.LexTreeLinguist;
import edu.cmu.sphinx.util.props.PropertySheet;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A language model, compiled to the acoustic model's states. Compiled once, searched by many, one
 * at a time.
 */
final class Network {

  private final LexTreeLinguist tree;

  /** Takes some 20 to 200 ms; the acoustic model is read meanwhile. */
  Network(SharedModel model, ArpaModel language, WordList words, SearchSettings settings) {
    tree =
        new LexTreeLinguist(
            model.acoustic(),
            model.units(),
            language,
            words,
            /* fullWordHistories= */ false,
            /* wantUnigramSmear= */ true,
            settings.wordInsertion(),
            settings.silenceInsertion(),
            settings.fillerInsertion(),
            /* unitInsertionProbability= */ 1,
            (float) settings.languageWeight(),
            /* addFillerWords= */ true,
            /* generateUnitStates= */ false,
            /* unigramSmearWeight= */ 1,
            /* maxArcCacheSize= */ 0);
    try {
      tree.allocate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For one search: what the search allocates and frees stays as it is. */
  Linguist linguist() {
    return new Lent(tree);
  }

  private record Lent(LexTreeLinguist tree) implements Linguist {
    @Override
    public SearchGraph getSearchGraph() {
      return tree.getSearchGraph();
    }

    @Override
    public void startRecognition() {
      tree.startRecognition();
    }

    @Override
    public void stopRecognition() {
      tree.stopRecognition();
    }

    @Override
    public void allocate() {}

    @Override
    public void deallocate() {}

    @Override
    public void newProperties(PropertySheet sheet) {}
  }
}
