package dev.parley.app.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where the samples of a recorded call lie in its WAV file: 16-bit PCM in two channels.
 *
 * @param rate frames a second
 * @param start the first frame's place in the file, in bytes
 * @param frames samples of each channel
 */
record WavAudio(int rate, long start, long frames) {

  /** Bytes of a frame: a sample of the caller and one of the agent. */
  static final int FRAME = 2 * Short.BYTES;

  private static final int CHUNK_HEADER = 8;
  private static final int PCM = 1;
  private static final int EXTENSIBLE = 0xFFFE;

  /**
   * Finds the samples. A file whose writer did not get to state its length counts up to its end.
   *
   * @throws IOException also if this is something else than a recorded call
   */
  static WavAudio of(Path path, FileChannel file) throws IOException {
    ByteBuffer riff = read(file, /* at= */ 0, 12);
    if (riff.remaining() < 12 || !tag(riff, 0).equals("RIFF") || !tag(riff, 8).equals("WAVE")) {
      throw new IOException(path + " is not a WAV file");
    }
    int rate = 0;
    for (long at = 12; ; ) {
      ByteBuffer header = read(file, at, CHUNK_HEADER);
      if (header.remaining() < CHUNK_HEADER) {
        throw new IOException(path + " has no audio");
      }
      long size = Integer.toUnsignedLong(header.getInt(4));
      at += CHUNK_HEADER;
      if (tag(header, 0).equals("fmt ")) {
        rate = rate(path, read(file, at, 16));
      } else if (tag(header, 0).equals("data")) {
        if (rate == 0) {
          throw new IOException(path + " does not say what its audio is");
        }
        long rest = file.size() - at;
        boolean unstated = size == 0 || size == 0xFFFF_FFFFL;
        return new WavAudio(rate, at, (unstated ? rest : Math.min(size, rest)) / FRAME);
      }
      at += size + size % 2;
    }
  }

  private static int rate(Path path, ByteBuffer format) throws IOException {
    if (format.remaining() == 16) {
      int encoding = Short.toUnsignedInt(format.getShort(0));
      int channels = format.getShort(2);
      int rate = format.getInt(4);
      int bits = format.getShort(14);
      if ((encoding == PCM || encoding == EXTENSIBLE) && channels == 2 && bits == 16 && rate > 0) {
        return rate;
      }
    }
    throw new IOException(path + " is not 16-bit PCM in two channels");
  }

  private static String tag(ByteBuffer bytes, int at) {
    return StandardCharsets.ISO_8859_1.decode(bytes.slice(at, 4)).toString();
  }

  private static ByteBuffer read(FileChannel file, long at, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
      // until it is full or the file ends
    }
    return bytes.flip();
  }
}
