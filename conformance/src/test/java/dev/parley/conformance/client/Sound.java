package dev.parley.conformance.client;

import dev.parley.audio.codec.G711;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Random;

/**
 * What a caller sounds like: a buzz with the pitch and the harmonics of a voice, or a quiet room.
 */
public final class Sound {

  private Sound() {}

  /** A voice, in samples. */
  public static short[] voice(int rate, Duration length) {
    Random random = new Random(1);
    short[] pcm = new short[(int) (length.toMillis() * rate / 1_000)];
    for (int i = 0; i < pcm.length; i++) {
      double phase = 2 * Math.PI * (120 + 10 * Math.sin(i * 5.3 / rate)) * i / rate;
      double value = 300 * random.nextGaussian();
      for (int k = 1; k <= 20; k++) {
        value += 3_000.0 / k * Math.sin(k * phase);
      }
      pcm[i] = (short) Math.clamp(Math.round(value), -32_768, 32_767);
    }
    return pcm;
  }

  /** A quiet room, in samples. */
  public static short[] room(int rate, Duration length) {
    Random random = new Random(2);
    short[] pcm = new short[(int) (length.toMillis() * rate / 1_000)];
    for (int i = 0; i < pcm.length; i++) {
      pcm[i] = (short) Math.round(8 * random.nextGaussian());
    }
    return pcm;
  }

  /** As {@code audio/pcm}: 16 bits, little-endian. */
  public static byte[] pcm(short[] samples) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    for (short sample : samples) {
      bytes.putShort(sample);
    }
    return bytes.array();
  }

  /** As {@code audio/pcmu}. */
  public static byte[] mulaw(short[] samples) {
    byte[] bytes = new byte[samples.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = G711.toMulaw(samples[i]);
    }
    return bytes;
  }

  /** As {@code audio/pcma}. */
  public static byte[] alaw(short[] samples) {
    byte[] bytes = new byte[samples.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = G711.toAlaw(samples[i]);
    }
    return bytes;
  }
}
