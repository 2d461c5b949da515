package dev.parley.playground.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * Makes what a microphone hears: something that no noise suppressor takes for noise, with the
 * pitch, the formants and the rhythm of speech, and the quiet of a room between.
 */
final class Talker {

  private static final int RATE = 48_000;
  private static final double ROOM = 0.0004;
  private static final double[][] VOWELS = {
    {730, 1090, 2440}, {270, 2290, 3010}, {570, 840, 2410}, {530, 1840, 2480}, {300, 870, 2240}
  };

  private final Random random = new Random(7);
  private short[] samples = new short[0];

  /** Is quiet. */
  Talker pause(Duration length) {
    short[] quiet = new short[count(length)];
    for (int i = 0; i < quiet.length; i++) {
      quiet[i] = pcm(random.nextGaussian() * ROOM);
    }
    return append(quiet);
  }

  /** Speaks, five syllables a second. */
  Talker speak(Duration length) {
    short[] voice = new short[count(length)];
    int syllable = RATE / 5;
    double phase = 0;
    for (int i = 0; i < voice.length; i++) {
      double at = (double) (i % syllable) / syllable;
      double[] vowel = VOWELS[(i / syllable) % VOWELS.length];
      double pitch = 118 + 22 * Math.sin(2 * Math.PI * i / (RATE * 1.3)) - 12 * at;
      phase += pitch / RATE;
      double sound = 0;
      for (int harmonic = 1; harmonic * pitch < 3_800; harmonic++) {
        sound += loudness(harmonic * pitch, vowel) * Math.sin(2 * Math.PI * harmonic * phase);
      }
      double envelope = Math.min(1, Math.min(at / 0.03, (1 - at) / 0.25));
      voice[i] = pcm(0.11 * sound * envelope + random.nextGaussian() * ROOM);
    }
    return append(voice);
  }

  /** How loud a partial is in a vowel. */
  private static double loudness(double hertz, double[] formants) {
    double sum = 0.03;
    for (int i = 0; i < formants.length; i++) {
      double distance = (hertz - formants[i]) / (60 + 50 * i);
      sum += Math.pow(0.5, i) / (1 + distance * distance);
    }
    return sum;
  }

  Duration length() {
    return Duration.ofMillis(samples.length * 1_000L / RATE);
  }

  Path write(Path wav) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    AudioFormat format = new AudioFormat(RATE, 16, 1, /* signed= */ true, /* bigEndian= */ false);
    try (AudioInputStream audio =
        new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, samples.length)) {
      AudioSystem.write(audio, AudioFileFormat.Type.WAVE, wav.toFile());
      return wav;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Talker append(short[] more) {
    short[] all = new short[samples.length + more.length];
    System.arraycopy(samples, 0, all, 0, samples.length);
    System.arraycopy(more, 0, all, samples.length, more.length);
    samples = all;
    return this;
  }

  private static int count(Duration length) {
    return (int) (length.toMillis() * RATE / 1_000);
  }

  private static short pcm(double sample) {
    return (short) Math.round(32_767 * Math.max(-1, Math.min(1, sample)));
  }
}
