package dev.parley.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Audio that lies in a file as it is: WAV behind its header, or raw. */
final class PlainBytes implements ByteSource {

  private static final int PIECE = 32_768;

  private final InputStream in;
  private long left;

  /**
   * @param from where the audio begins
   * @param count how many bytes of audio there are
   */
  PlainBytes(Path path, long from, long count) throws IOException {
    in = Files.newInputStream(path);
    left = count;
    in.skipNBytes(from);
  }

  @Override
  public byte @Nullable [] next() throws IOException {
    if (left == 0) {
      return null;
    }
    byte[] piece = in.readNBytes((int) Math.min(PIECE, left));
    if (piece.length == 0) {
      throw new EOFException("the file became shorter while it was read");
    }
    left -= piece.length;
    return piece;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
