package dev.parley.scripted;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Voice;
import java.util.function.Predicate;

/**
 * A voice made of hummed syllables, about as long as the text would take to say. It needs nothing
 * but arithmetic, and the same text always gives the same samples.
 */
public final class ToneVoice implements Voice {

  private static final int TABLE = 1024;
  private static final int LEVEL = 9_000;
  private static final double SYLLABLE_SECONDS = 0.18;
  private static final double WORD_GAP_SECONDS = 0.05;
  private static final double PAUSE_SECONDS = 0.25;

  private final int rate;
  private final double[] wave = new double[TABLE];

  /** A voice at 24 kHz. */
  public ToneVoice() {
    this(24_000);
  }

  /**
   * @param rate samples a second, 8,000 to 48,000
   */
  public ToneVoice(int rate) {
    if (rate < 8_000 || rate > 48_000) {
      throw new IllegalArgumentException("rate must be 8000 to 48000 Hz, got " + rate);
    }
    this.rate = rate;
    for (int i = 0; i < TABLE; i++) { // StrictMath: the same on every machine
      double turn = 2 * StrictMath.PI * i / TABLE;
      wave[i] =
          (StrictMath.sin(turn) + 0.5 * StrictMath.sin(2 * turn) + 0.3 * StrictMath.sin(5 * turn))
              / 1.8;
    }
  }

  @Override
  public String name() {
    return "tone";
  }

  @Override
  public int rate() {
    return rate;
  }

  @Override
  public void speak(String text, Predicate<Samples> out) {
    boolean inVowel = false;
    boolean wanted = true;
    for (int i = 0; i < text.length() && wanted; i++) {
      char letter = Character.toLowerCase(text.charAt(i));
      boolean vowel = "aeiouy0123456789".indexOf(letter) >= 0 || letter > 0x7f;
      if (vowel && !inVowel) {
        wanted = out.test(syllable(letter, i));
      } else if (Character.isWhitespace(letter)) {
        wanted = out.test(Samples.silence(samples(WORD_GAP_SECONDS)));
      } else if (".!?,;:".indexOf(letter) >= 0) {
        wanted = out.test(Samples.silence(samples(PAUSE_SECONDS)));
      }
      inVowel = vowel;
    }
  }

  /** A hum that swells and fades; the pitch wanders with the letters. */
  private Samples syllable(char letter, int index) {
    double hertz = 105 + (letter * 37 + index * 11) % 70;
    short[] pcm = new short[samples(SYLLABLE_SECONDS)];
    for (int i = 0; i < pcm.length; i++) {
      double swell = 4.0 * i * (pcm.length - i) / ((double) pcm.length * pcm.length);
      pcm[i] = (short) (LEVEL * swell * wave[(int) (i * hertz * TABLE / rate) % TABLE]);
    }
    return Samples.wrap(pcm);
  }

  private int samples(double seconds) {
    return (int) (seconds * rate);
  }
}
