package dev.parley.speech.asr.pocketsphinx;

import dev.parley.engine.frame.Samples;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Transcript;
import dev.parley.speech.asr.pocketsphinx.NativeDecoder.Path;
import dev.parley.speech.asr.pocketsphinx.NativeDecoder.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * An utterance's course.
 *
 * <p>A result is that of one pass over the whole utterance, with its own cepstral means: nothing of
 * the utterances before can leak into it, and a caller who is loud, far away or on the phone is
 * understood better than by a decoder that has to guess the means as it goes (23 % of the words
 * wrong in place of 51 %). It takes 0.08 s for a second of speech. The library must never be fed in
 * pieces: from then on it would guess for good. So {@link #partial} is a pass too, over what is
 * there; it comes when {@link Looks} finds it worth it.
 */
final class PocketDecoder implements Decoder {

  /** Shorter audio holds no word. */
  private static final int LEAST_MILLIS = 200;

  /** Paths that are looked at for one that differs in words. */
  private static final int PATHS_EACH = 25;

  /** PocketSphinx' own default for the posterior: acoustic scores count a 20th. */
  private static final int ACOUSTIC_SCALE = 20;

  private final NativeDecoder decoder;
  private final int rate;
  private final Consumer<NativeDecoder> release;
  private final List<Samples> heard = new ArrayList<>();
  private int count;
  private Looks looks;
  private Transcript lately = Transcript.EMPTY;
  private boolean isOpen = true;

  /**
   * @param release takes the native decoder back
   */
  PocketDecoder(NativeDecoder decoder, int rate, Consumer<NativeDecoder> release) {
    this.decoder = decoder;
    this.rate = rate;
    this.release = release;
    looks = new Looks(rate);
  }

  @Override
  public void begin() {
    checkOpen();
    heard.clear();
    count = 0;
    looks = new Looks(rate);
    lately = Transcript.EMPTY;
  }

  @Override
  public void feed(Samples audio) {
    checkOpen();
    heard.add(audio);
    count += audio.count();
    looks.hear(audio);
  }

  @Override
  public Transcript partial() {
    checkOpen();
    if (looks.isDue()) {
      lately = alternatives(/* most= */ 1).getFirst();
      looks.look();
    }
    return lately;
  }

  @Override
  public List<Transcript> finish(int most) {
    checkOpen();
    if (most < 1) {
      throw new IllegalArgumentException("most must be 1 or more, got " + most);
    }
    List<Transcript> found =
        count < rate / 1000 * LEAST_MILLIS ? List.of(Transcript.EMPTY) : alternatives(most);
    begin();
    return found;
  }

  private List<Transcript> alternatives(int most) {
    int margin = whole().margin();
    OptionalInt score = decoder.score();
    if (score.isEmpty()) {
      return List.of(Transcript.EMPTY);
    }
    double posterior = decoder.posterior();
    Map<String, Transcript> distinct = new LinkedHashMap<>();
    Transcript best = new Transcript(words(decoder.segments(), margin, 1), posterior);
    distinct.put(best.text(), best);
    if (most > 1) {
      for (Path path : decoder.paths(most * PATHS_EACH)) {
        double ratio = decoder.exp((path.score() - score.getAsInt()) / ACOUSTIC_SCALE);
        Transcript other = new Transcript(words(path.segments(), margin, ratio), posterior * ratio);
        distinct.putIfAbsent(other.text(), other);
      }
    }
    return distinct.values().stream().limit(most).toList();
  }

  /** Decodes all that was heard at once. */
  private Loudness whole() {
    short[] all = new short[count];
    int at = 0;
    for (Samples piece : heard) {
      piece.copyTo(all, at);
      at += piece.count();
    }
    Samples audio = Samples.wrap(all);
    Loudness level = new Loudness(audio, rate);
    decoder.begin();
    decoder.feed(level.around(audio));
    decoder.end();
    return level;
  }

  /** Words without pauses and marks of pronunciation. */
  private List<Transcript.Word> words(List<Segment> segments, int margin, double confidence) {
    List<Transcript.Word> words = new ArrayList<>();
    for (Segment segment : segments) {
      char first = segment.word().charAt(0);
      if (first != '<' && first != '[' && first != '+') {
        words.add(
            new Transcript.Word(
                plain(segment.word()),
                Math.max(0, at(segment.first()) - margin),
                Math.max(0, at(segment.last() + 1) - margin),
                Math.min(1, segment.posterior() * confidence)));
      }
    }
    return words;
  }

  private long at(int frame) {
    return frame * (long) rate / 100;
  }

  /** {@code "w(2)"} is the word w. */
  private static String plain(String word) {
    int mark = word.endsWith(")") ? word.lastIndexOf('(') : -1;
    return mark > 0 ? word.substring(0, mark) : word;
  }

  private void checkOpen() {
    if (!isOpen) {
      throw new IllegalStateException("the decoder is closed");
    }
  }

  @Override
  public void close() {
    if (isOpen) {
      isOpen = false;
      heard.clear();
      release.accept(decoder);
    }
  }
}
