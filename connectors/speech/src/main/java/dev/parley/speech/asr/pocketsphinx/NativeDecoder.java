package dev.parley.speech.asr.pocketsphinx;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import dev.parley.speech.asr.RecogniserException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One {@code ps_decoder_t}, safe to call in any order: what the library would answer with a crash
 * is an exception here. One thread at a time. Freed exactly once, by {@link #close}.
 */
final class NativeDecoder implements AutoCloseable {

  /**
   * A stretch of the best path.
   *
   * @param word as the dictionary spells it: {@code "w(2)"} for a second pronunciation, {@code
   *     "<sil>"} for none
   * @param first its first frame of 10 ms
   * @param last its last one
   * @param posterior how likely it is among all that the search kept, 0 to 1
   */
  record Segment(String word, int first, int last, double posterior) {}

  /**
   * A path through the lattice.
   *
   * @param score the logarithm of its likelihood, in the library's own base: for comparisons
   */
  record Path(List<Segment> segments, int score) {}

  private final Library library;
  private @Nullable Pointer decoder;
  private boolean isOpen;

  /**
   * @param arguments names and values in turn, as on PocketSphinx' command line
   * @throws RecogniserException if the library does not accept them
   */
  NativeDecoder(Library library, List<String> arguments) {
    this.library = library;
    Pointer config = parse(library, arguments);
    try {
      decoder = library.ps_init(config);
    } finally {
      library.cmd_ln_free_r(config); // the decoder keeps its own reference
    }
    if (decoder == null) {
      throw new RecogniserException(
          "PocketSphinx does not open its models: one of their files is broken or does not fit");
    }
  }

  private static Pointer parse(Library library, List<String> arguments) {
    List<Memory> texts = new ArrayList<>(arguments.size());
    try (Memory vector = new Memory((long) Native.POINTER_SIZE * arguments.size())) {
      for (int i = 0; i < arguments.size(); i++) {
        Memory text = new Memory(4L * arguments.get(i).length() + 1);
        text.setString(0, arguments.get(i), "UTF-8");
        texts.add(text);
        vector.setPointer((long) Native.POINTER_SIZE * i, text);
      }
      Pointer config =
          library.cmd_ln_parse_r(
              null, library.ps_args(), arguments.size(), vector, /* strict= */ 1);
      if (config == null) {
        throw new RecogniserException("PocketSphinx does not know one of its settings");
      }
      return config;
    } finally {
      texts.forEach(Memory::close); // it has made copies
    }
  }

  void begin() {
    Pointer open = open();
    if (isOpen) {
      library.ps_end_utt(open);
    }
    library.ps_start_stream(open); // forgets the noise it has learnt, and counts from 0
    isOpen = library.ps_start_utt(open) == 0;
    if (!isOpen) {
      throw new RecogniserException("PocketSphinx does not begin an utterance");
    }
  }

  /**
   * The whole utterance at once: the cepstral means are its own. In pieces the library would guess
   * them, and go on guessing in every utterance to come.
   */
  void feed(short[] samples) {
    Pointer open = open();
    if (!isOpen) {
      throw new IllegalStateException("no utterance has begun");
    }
    if (library.ps_process_raw(
            open,
            samples,
            new SizeT(samples.length),
            /* withoutSearch= */ 0,
            /* isFullUtterance= */ 1)
        < 0) {
      throw new RecogniserException("PocketSphinx failed while it listened");
    }
  }

  void end() {
    Pointer open = open();
    if (isOpen) {
      isOpen = false;
      library.ps_end_utt(open);
    }
  }

  /** The logarithm of the best path's likelihood by now; empty if there is none. */
  OptionalInt score() {
    IntByReference score = new IntByReference();
    String words = library.ps_get_hyp(open(), score);
    return words == null ? OptionalInt.empty() : OptionalInt.of(score.getValue());
  }

  /** How likely the best path is, 0 to 1; to be asked behind {@link #score} and {@link #end}. */
  double posterior() {
    Pointer open = open();
    return exp(library.ps_get_prob(open));
  }

  /** The best path in its parts. */
  List<Segment> segments() {
    return segments(library.ps_seg_iter(open()));
  }

  private List<Segment> segments(@Nullable Pointer iterator) {
    List<Segment> segments = new ArrayList<>();
    IntByReference first = new IntByReference();
    IntByReference last = new IntByReference();
    Pointer segment = iterator;
    while (segment != null) { // frees itself behind its last
      String word = library.ps_seg_word(segment);
      library.ps_seg_frames(segment, first, last);
      double posterior = exp(library.ps_seg_prob(segment, null, null, null));
      if (word != null) {
        segments.add(new Segment(word, first.getValue(), last.getValue(), posterior));
      }
      segment = library.ps_seg_next(segment);
    }
    return segments;
  }

  /**
   * Paths through the lattice, the likeliest first; many differ in pauses only.
   *
   * @param most how many are looked at
   */
  List<Path> paths(int most) {
    List<Path> paths = new ArrayList<>();
    Pointer iterator = library.ps_nbest(open());
    while (iterator != null && paths.size() < most) {
      iterator = library.ps_nbest_next(iterator); // frees itself behind its last
      if (iterator != null) {
        IntByReference score = new IntByReference();
        library.ps_nbest_hyp(iterator, score);
        paths.add(new Path(segments(library.ps_nbest_seg(iterator)), score.getValue()));
      }
    }
    if (iterator != null) {
      library.ps_nbest_free(iterator);
    }
    return paths;
  }

  /** A difference of two scores as the ratio of their likelihoods. */
  double exp(int logarithm) {
    Pointer logmath = library.ps_get_logmath(open());
    return logmath == null ? 0 : Math.clamp(library.logmath_exp(logmath, logarithm), 0.0, 1.0);
  }

  private Pointer open() {
    if (decoder == null) {
      throw new IllegalStateException("the decoder is closed");
    }
    return decoder;
  }

  @Override
  public void close() {
    Pointer open = decoder;
    decoder = null;
    if (open != null) {
      library.ps_free(open);
    }
  }
}
