package dev.parley.wire.audio;

import dev.parley.wire.error.WireError;
import dev.parley.wire.error.WireException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Audio as base64: the plain alphabet of RFC 4648, with padding, without line breaks. */
public final class Base64Audio {

  /** The most audio in one event, in decoded bytes. */
  public static final int MAX_BYTES = 15 << 20;

  private Base64Audio() {}

  /** Decodes a stretch of an array; empty if it is not base64. */
  public static Optional<AudioBytes> decode(byte[] text, int offset, int length) {
    if (length % 4 != 0) {
      return Optional.empty(); // the JDK would do without padding
    }
    try {
      ByteBuffer audio = Base64.getDecoder().decode(ByteBuffer.wrap(text, offset, length));
      return Optional.of(AudioBytes.of(audio.array(), 0, audio.limit()));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Decodes a field of a client. */
  public static AudioBytes read(String text, String path) {
    if (text.length() / 4 * 3L - 2 > MAX_BYTES) {
      throw new WireException(WireError.audioTooLong(path, MAX_BYTES));
    }
    byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1); // others become '?', not base64
    AudioBytes audio =
        decode(ascii, 0, ascii.length)
            .orElseThrow(() -> new WireException(WireError.badBase64(path)));
    if (audio.length() > MAX_BYTES) {
      throw new WireException(WireError.audioTooLong(path, MAX_BYTES));
    }
    return audio;
  }

  public static String text(AudioBytes audio) {
    return new String(bytes(audio), StandardCharsets.ISO_8859_1);
  }

  /** As ASCII. */
  public static byte[] bytes(AudioBytes audio) {
    boolean whole = audio.offset() == 0 && audio.length() == audio.array().length;
    return Base64.getEncoder().encode(whole ? audio.array() : audio.toByteArray());
  }
}
