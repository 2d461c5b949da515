package dev.parley.speech.asr.sphinx4;

import edu.cmu.sphinx.decoder.pruner.SimplePruner;
import edu.cmu.sphinx.decoder.scorer.SimpleAcousticScorer;
import edu.cmu.sphinx.decoder.search.ActiveListFactory;
import edu.cmu.sphinx.decoder.search.PartitionActiveListFactory;
import edu.cmu.sphinx.decoder.search.SimpleActiveListManager;
import edu.cmu.sphinx.decoder.search.WordPruningBreadthFirstSearchManager;
import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.frontend.FloatData;
import edu.cmu.sphinx.result.Result;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One utterance's way through the network of words, as far as its features reach. One owner; each
 * step has the acoustic model to itself.
 *
 * <p>Sphinx4 pulls its input and holds the thread until it ends. This asks it for as many rows as
 * there are, and no more, so that it never waits.
 */
final class Search {

  /** So many rows at once: then another utterance may have the model. */
  private static final int STEP = 25;

  private static final int LATTICE_EDGES = 100;
  private static final float LOOKAHEAD = 1.7f;

  private final SharedModel model;
  private final Feed feed = new Feed();
  private final WordPruningBreadthFirstSearchManager manager;
  private final long first;
  private int rows;

  Search(SharedModel model, Network network, SearchSettings settings, boolean lattice) {
    this.model = model;
    ActiveListFactory states =
        new PartitionActiveListFactory(settings.absoluteBeam(), settings.relativeBeam());
    ActiveListFactory words =
        new PartitionActiveListFactory(settings.absoluteWordBeam(), settings.relativeWordBeam());
    manager =
        new WordPruningBreadthFirstSearchManager(
            network.linguist(),
            new SimplePruner(),
            new SimpleAcousticScorer(feed, null),
            new SimpleActiveListManager(
                List.of(states, words, words, states, states, states), /* checkOrder= */ false),
            /* showTokenCount= */ false,
            settings.relativeBeam(),
            /* growSkipInterval= */ 0,
            /* checkStateOrder= */ false,
            lattice,
            LATTICE_EDGES,
            LOOKAHEAD,
            /* keepAllTokens= */ lattice);
    first = model.alone(this::start);
  }

  private long start() {
    manager.allocate();
    manager.startRecognition();
    return model.nextSampleNumber();
  }

  /** The features from {@link #rows} on. */
  void advance(List<float[]> features) {
    for (int from = 0; from < features.size(); from += STEP) {
      List<float[]> step = features.subList(from, Math.min(features.size(), from + STEP));
      for (float[] row : step) {
        long at = (long) rows++ * MelBands.SHIFT;
        feed.waiting.add(new FloatData(row, MelBands.RATE, /* collectTime= */ at, first + at));
      }
      model.alone(() -> manager.recognize(step.size()));
    }
  }

  /** How many rows it has seen. */
  int rows() {
    return rows;
  }

  /** What it would say by now. */
  @Nullable Result sofar() {
    return model.alone(() -> manager.recognize(0));
  }

  /** No more rows come. */
  @Nullable Result end() {
    feed.waiting.add(new DataEndSignal(0));
    return model.alone(
        () -> {
          Result result = manager.recognize(1);
          manager.stopRecognition();
          return result;
        });
  }

  /** Rows that wait to be scored. */
  private static final class Feed extends BaseDataProcessor {
    private final Queue<Data> waiting = new ArrayDeque<>();

    @Override
    public @Nullable Data getData() {
      return waiting.poll();
    }
  }
}
