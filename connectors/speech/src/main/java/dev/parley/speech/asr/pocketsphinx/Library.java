package dev.parley.speech.asr.pocketsphinx;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code pocketsphinx.h}, {@code cmd_ln.h}, {@code logmath.h} and {@code err.h}
 * (0.8 prealpha 5) that are used here, under their own names. Structures stay opaque.
 *
 * <p>libpocketsphinx is linked with libsphinxbase, so that one handle knows the functions of both.
 */
@SuppressWarnings("checkstyle:MethodName")
interface Library extends com.sun.jna.Library {

  /** The ABI that these declarations fit. */
  String FILE = "libpocketsphinx.so.3";

  /**
   * Loads it, and silences it: its log would hold what was recognised.
   *
   * @throws LinkageError if there is none
   */
  static Library load() {
    Library library = Native.load(FILE, Library.class);
    library.err_set_logfp(null);
    return library;
  }

  Pointer ps_args();

  @Nullable Pointer cmd_ln_parse_r(
      @Nullable Pointer inout, Pointer definitions, int count, Pointer arguments, int strict);

  int cmd_ln_free_r(Pointer config);

  void err_set_logfp(@Nullable Pointer stream);

  @Nullable Pointer ps_init(Pointer config);

  int ps_free(Pointer decoder);

  int ps_start_stream(Pointer decoder);

  int ps_start_utt(Pointer decoder);

  int ps_process_raw(
      Pointer decoder, short[] samples, SizeT count, int withoutSearch, int isFullUtterance);

  int ps_end_utt(Pointer decoder);

  @Nullable String ps_get_hyp(Pointer decoder, @Nullable IntByReference score);

  int ps_get_prob(Pointer decoder);

  @Nullable Pointer ps_get_logmath(Pointer decoder);

  double logmath_exp(Pointer logmath, int logarithm);

  @Nullable Pointer ps_seg_iter(Pointer decoder);

  @Nullable Pointer ps_seg_next(Pointer segment);

  @Nullable String ps_seg_word(Pointer segment);

  void ps_seg_frames(Pointer segment, IntByReference first, IntByReference last);

  int ps_seg_prob(
      Pointer segment,
      @Nullable Pointer acoustic,
      @Nullable Pointer language,
      @Nullable Pointer backOff);

  @Nullable Pointer ps_nbest(Pointer decoder);

  @Nullable Pointer ps_nbest_next(Pointer nbest);

  @Nullable String ps_nbest_hyp(Pointer nbest, @Nullable IntByReference score);

  @Nullable Pointer ps_nbest_seg(Pointer nbest);

  void ps_nbest_free(Pointer nbest);
}
