package dev.parley.server.realtime;

import dev.parley.engine.frame.Samples;
import java.util.Base64;

/** Audio to test with. */
final class Sounds {

  private Sounds() {}

  /** Samples that tell their own place. */
  static Samples ramp(int from, int count) {
    short[] pcm = new short[count];
    for (int i = 0; i < count; i++) {
      pcm[i] = (short) ((from + i) % 20_000 - 10_000);
    }
    return Samples.wrap(pcm);
  }

  /** The same as the bytes of the wire: PCM16, little-endian. */
  static byte[] bytes(Samples samples) {
    byte[] bytes = new byte[2 * samples.count()];
    for (int i = 0; i < samples.count(); i++) {
      bytes[2 * i] = (byte) samples.at(i);
      bytes[2 * i + 1] = (byte) (samples.at(i) >> 8);
    }
    return bytes;
  }

  static Samples samples(byte[] bytes) {
    short[] pcm = new short[bytes.length / 2];
    for (int i = 0; i < pcm.length; i++) {
      pcm[i] = (short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8);
    }
    return Samples.wrap(pcm);
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] unbase64(String text) {
    return Base64.getDecoder().decode(text);
  }
}
