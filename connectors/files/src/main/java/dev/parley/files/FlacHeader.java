package dev.parley.files;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.AudioFormat.Encoding;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What the blocks before a FLAC file's audio say.
 *
 * @param format how its decoded audio is written
 * @param samples how many there are of each channel; 0 if the file does not tell
 * @param offset where the first frame begins
 * @param streamInfo the block that the decoder needs
 */
record FlacHeader(AudioFormat format, long samples, long offset, ByteBuffer streamInfo) {

  private static final String MAGIC = "fLaC";
  private static final int STREAM_INFO_BYTES = 34;
  private static final int LAST = 0x80;

  static boolean begins(byte[] magic) {
    return MAGIC.equals(new String(magic, StandardCharsets.ISO_8859_1));
  }

  /** Reads on behind the magic. */
  static FlacHeader read(Path path, InputStream in) throws IOException {
    try {
      return readBlocks(path, in);
    } catch (EOFException e) {
      throw new AudioFileException(path, "ends before its audio begins", "copy it again", e);
    }
  }

  private static FlacHeader readBlocks(Path path, InputStream in) throws IOException {
    int head = take(in, 4).getInt();
    if ((head & 0x7FFF_FFFF) != STREAM_INFO_BYTES) {
      throw new AudioFileException(path, "has a damaged header", "copy or convert it again");
    }
    ByteBuffer info = take(in, STREAM_INFO_BYTES);
    long offset = 4 + 4 + STREAM_INFO_BYTES;
    while ((head >>> 24 & LAST) == 0) {
      head = take(in, 4).getInt();
      int length = head & 0xFF_FFFF;
      in.skipNBytes(length);
      offset += 4 + length;
    }
    long packed = info.getLong(10); // 20 bits rate, 3 channels - 1, 5 bits - 1, 36 samples
    int rate = (int) (packed >>> 44);
    if (rate < 8_000 || rate > 48_000) {
      throw new AudioFileException(
          path, "has " + rate + " samples a second", "convert it to a rate from 8000 to 48000 Hz");
    }
    int channels = (int) (packed >>> 41 & 7) + 1;
    Encoding encoding = encoding(path, (int) (packed >>> 36 & 31) + 1);
    AudioFormat format = new AudioFormat(rate, channels, encoding);
    return new FlacHeader(format, packed & 0xF_FFFF_FFFFL, offset, info);
  }

  /** A header with nothing but what the decoder needs. */
  byte[] bare() {
    return ByteBuffer.allocate(4 + 4 + STREAM_INFO_BYTES)
        .put(MAGIC.getBytes(StandardCharsets.ISO_8859_1))
        .putInt(LAST << 24 | STREAM_INFO_BYTES)
        .put(streamInfo.duplicate().rewind())
        .array();
  }

  private static Encoding encoding(Path path, int bits) {
    return switch (bits) {
      case 8 -> Encoding.PCM8;
      case 16 -> Encoding.PCM16;
      case 24 -> Encoding.PCM24;
      default ->
          throw new AudioFileException(
              path, "has " + bits + " bits a sample", "convert it to 16 bits");
    };
  }

  private static ByteBuffer take(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(bytes);
  }
}
