package dev.parley.speech.asr.sphinx4;

import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * American English words that are known before, at 16 kHz, with nothing to install: Sphinx4 with
 * the acoustic model from its own jar.
 *
 * <p>Made without effort. The first decoder costs a second or two and 64 MB of heap, and so does
 * the first that finds all acoustic models in use, at most one for each processor; every further
 * one 3 MB. A second of speech takes 0.1 to 0.3 seconds of a processor, nearly all of it in {@link
 * Decoder#finish}; decoders that share an acoustic model take turns.
 */
public final class Sphinx4 implements Recogniser {

  /** Callers a processor can understand: they speak a third of the time, and pause in between. */
  private static final int DECODERS_EACH = 4;

  private static final long MODEL_BYTES = 64L << 20;
  private static final long DECODER_BYTES = 3L << 20;

  /** Java's logging forgets the level of a logger that nobody holds. */
  private static final Logger CHATTER = Logger.getLogger("edu.cmu.sphinx");

  private final int models;
  private final int capacity;
  private final ReentrantLock lending = new ReentrantLock();
  private final List<Shared> shared = new ArrayList<>();
  private boolean closed;

  /** An acoustic model, and how many decoders use it. */
  private static final class Shared {
    private final SharedModel model = new SharedModel();
    private int decoders;
  }

  /** As many acoustic models as there are processors, if the heap has room for them. */
  public Sphinx4() {
    this(Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() / 2);
  }

  /**
   * @param processors how many searches may run at once; 1 or more
   * @param bytes of heap that models and decoders may take together
   */
  public Sphinx4(int processors, long bytes) {
    if (processors < 1) {
      throw new IllegalArgumentException("processors must be 1 or more, got " + processors);
    }
    long each = MODEL_BYTES + DECODERS_EACH * DECODER_BYTES;
    models = Math.clamp(bytes / each, 1, processors);
    capacity =
        Math.clamp((bytes - models * MODEL_BYTES) / DECODER_BYTES, 1, models * DECODERS_EACH);
    if (CHATTER.getLevel() == null) { // whoever has set one wants it
      CHATTER.setLevel(Level.WARNING);
    }
  }

  @Override
  public String name() {
    return "sphinx4";
  }

  @Override
  public int rate() {
    return MelBands.RATE;
  }

  @Override
  public int capacity() {
    return capacity;
  }

  @Override
  public boolean can(Task task) {
    return task instanceof Task.Expected;
  }

  @Override
  public Decoder open(Task task, Beam beam) {
    if (!(task instanceof Task.Expected(LanguageModel language))) {
      throw new IllegalArgumentException(
          "sphinx4 understands only words that are known before; choose another recogniser for"
              + " dictation");
    }
    SearchSettings settings = SearchSettings.of(beam);
    Shared lent = lend();
    try {
      return new Sphinx4Decoder(
          lent.model,
          lent.model.network(language, settings.network()),
          settings,
          SearchSettings.of(Beam.NARROW),
          Trust.of(beam),
          () -> giveBack(lent));
    } catch (RuntimeException e) {
      giveBack(lent);
      throw e;
    }
  }

  /** The model that the fewest use; a new one if all are in use and there may be more. */
  private Shared lend() {
    lending.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the recogniser is closed");
      }
      Shared least = shared.stream().min(Comparator.comparingInt(one -> one.decoders)).orElse(null);
      if (least == null || (least.decoders > 0 && shared.size() < models)) {
        least = new Shared();
        shared.add(least);
      }
      least.decoders++;
      return least;
    } finally {
      lending.unlock();
    }
  }

  private void giveBack(Shared lent) {
    lending.lock();
    try {
      lent.decoders--;
    } finally {
      lending.unlock();
    }
  }

  @Override
  public void close() {
    lending.lock();
    try {
      closed = true;
      shared.clear();
    } finally {
      lending.unlock();
    }
  }
}
