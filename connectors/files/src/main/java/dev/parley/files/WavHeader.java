package dev.parley.files;

import dev.parley.audio.codec.Pcm;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.AudioFormat.Encoding;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the chunks before a WAV file's audio say.
 *
 * @param format how the audio is written
 * @param offset where it begins in the file
 * @param bytes how long it is
 */
record WavHeader(AudioFormat format, long offset, long bytes) {

  private static final String MAGIC = "RIFF";
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int MOST_CHANNELS = 64;

  /** Programs that write into a pipe cannot know the length, and write something like this. */
  private static final long NOT_KNOWN = 0x7FFF_F000L;

  static boolean begins(byte[] magic) {
    return MAGIC.equals(new String(magic, StandardCharsets.ISO_8859_1));
  }

  /**
   * Reads on behind the magic.
   *
   * @param size of the whole file
   */
  static WavHeader read(Path path, InputStream in, long size) throws IOException {
    try {
      return readChunks(path, in, size);
    } catch (EOFException e) {
      throw new AudioFileException(path, "ends before its audio begins", "copy it again", e);
    }
  }

  private static WavHeader readChunks(Path path, InputStream in, long size) throws IOException {
    ByteBuffer riff = take(in, 8);
    long declared = Integer.toUnsignedLong(riff.getInt());
    if (!name(riff).equals("WAVE")) {
      throw new AudioFileException(path, "is no WAV file, though it begins like one", "convert it");
    }
    AudioFormat format = null;
    for (long at = 20; at <= size; ) {
      ByteBuffer chunk = take(in, 8);
      String name = name(chunk);
      long length = Integer.toUnsignedLong(chunk.getInt());
      if (name.equals("data")) {
        return audio(path, format, at, length, size, declared);
      }
      long skip = length + (length & 1); // chunks begin at even places
      if (name.equals("fmt ")) {
        if (length < 16 || length > 4_096) {
          throw new AudioFileException(path, "has a damaged header", "copy or convert it again");
        }
        format = format(path, take(in, (int) length));
        skip -= length;
      }
      in.skipNBytes(skip);
      at += length + (length & 1) + 8;
    }
    throw new AudioFileException(path, "holds no audio", "record it again");
  }

  private static WavHeader audio(
      Path path, @Nullable AudioFormat format, long at, long length, long size, long declared) {
    if (format == null) {
      throw new AudioFileException(
          path, "does not say how its audio is written", "copy or convert it again");
    }
    long rest = size - at;
    boolean open = length >= NOT_KNOWN || (length == 0 && declared != size - 8);
    if (!open && length > rest) {
      throw new AudioFileException(
          path,
          "is cut off: %d of its %d bytes of audio are missing".formatted(length - rest, length),
          "copy it again");
    }
    return new WavHeader(format, at, open ? rest : length);
  }

  private static AudioFormat format(Path path, ByteBuffer fmt) {
    int code = fmt.getShort() & 0xFFFF;
    int channels = fmt.getShort() & 0xFFFF;
    int rate = fmt.getInt();
    int frame = fmt.getShort(12) & 0xFFFF;
    int bits = fmt.getShort(14) & 0xFFFF;
    if (code == EXTENSIBLE && fmt.limit() >= 26) {
      code = fmt.getShort(24) & 0xFFFF; // the first two bytes of the sub-format's GUID
    }
    Encoding encoding = encoding(path, code, bits);
    if (channels < 1 || channels > MOST_CHANNELS || frame != channels * Pcm.width(encoding)) {
      throw new AudioFileException(path, "has a damaged header", "copy or convert it again");
    }
    if (rate < 8_000 || rate > 48_000) {
      throw new AudioFileException(
          path,
          "has " + Integer.toUnsignedString(rate) + " samples a second",
          "convert it to a rate from 8000 to 48000 Hz");
    }
    return new AudioFormat(rate, channels, encoding);
  }

  private static Encoding encoding(Path path, int code, int bits) {
    return switch (code << 8 | Math.min(bits, 0xFF)) {
      case 0x01 << 8 | 8 -> Encoding.PCM8;
      case 0x01 << 8 | 16 -> Encoding.PCM16;
      case 0x01 << 8 | 24 -> Encoding.PCM24;
      case 0x03 << 8 | 32 -> Encoding.FLOAT32;
      case 0x06 << 8 | 8 -> Encoding.ALAW;
      case 0x07 << 8 | 8 -> Encoding.MULAW;
      default ->
          throw new AudioFileException(
              path,
              "is written in WAV encoding %d with %d bits a sample".formatted(code, bits),
              "convert it to 16-bit PCM");
    };
  }

  private static ByteBuffer take(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String name(ByteBuffer from) {
    byte[] name = new byte[4];
    from.get(name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }
}
