package dev.parley.speech.asr.sphinx4;

import dev.parley.engine.frame.Samples;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Transcript;
import edu.cmu.sphinx.result.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An utterance's course. Its audio becomes bands as it comes; they are searched when it is
 * complete, for only then the mean of its line is known.
 *
 * <p>Who asks what it seems to be by now starts a second search, which guesses that mean and goes
 * on with each further question. Nobody asks: nothing is spent.
 */
final class Sphinx4Decoder implements Decoder {

  private final SharedModel model;
  private final Network network;
  private final SearchSettings settings;
  private final SearchSettings quick;
  private final Trust trust;
  private final Runnable onClose;
  private MelBands bands = new MelBands();
  private @Nullable Search ongoing;
  private boolean closed;

  /**
   * @param quick what is good enough for {@link #partial}
   * @param trust what the result is worth
   */
  Sphinx4Decoder(
      SharedModel model,
      Network network,
      SearchSettings settings,
      SearchSettings quick,
      Trust trust,
      Runnable onClose) {
    this.model = model;
    this.network = network;
    this.settings = settings;
    this.quick = quick;
    this.trust = trust;
    this.onClose = onClose;
  }

  @Override
  public void begin() {
    requireOpen();
    bands = new MelBands();
    ongoing = null;
  }

  @Override
  public void feed(Samples audio) {
    requireOpen();
    if (!audio.isEmpty()) {
      bands.feed(audio);
    }
  }

  @Override
  public Transcript partial() {
    requireOpen();
    List<float[]> features = Features.ongoing(bands.rows());
    if (features.isEmpty()) {
      return Transcript.EMPTY;
    }
    if (ongoing == null) {
      ongoing = new Search(model, network, quick, /* lattice= */ false);
    }
    ongoing.advance(features.subList(Math.min(ongoing.rows(), features.size()), features.size()));
    Result result = ongoing.sofar();
    return result == null ? Transcript.EMPTY : Alternatives.sofar(result);
  }

  @Override
  public List<Transcript> finish(int most) {
    requireOpen();
    if (most < 1) {
      throw new IllegalArgumentException("most must be 1 or more, got " + most);
    }
    List<float[]> features = Features.complete(bands.rows());
    begin();
    if (features.isEmpty()) {
      return List.of(Transcript.EMPTY);
    }
    Search search = new Search(model, network, settings, /* lattice= */ true);
    search.advance(features);
    Result result = search.end();
    return result == null
        ? List.of(Transcript.EMPTY)
        : Alternatives.of(result, 1 / settings.languageWeight(), trust, most);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      ongoing = null;
      onClose.run();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the decoder is closed");
    }
  }
}
