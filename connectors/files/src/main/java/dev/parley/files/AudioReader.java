package dev.parley.files;

import dev.parley.audio.codec.PcmDecoder;
import dev.parley.engine.frame.Samples;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a file's audio piece by piece, at the file's rate. Blocks; one owner. */
public final class AudioReader implements AutoCloseable {

  private final Path path;
  private final ByteSource bytes;
  private final PcmDecoder decoder;
  private @Nullable Samples decoded;

  AudioReader(Path path, ByteSource bytes, PcmDecoder decoder) {
    this.path = path;
    this.bytes = bytes;
    this.decoder = decoder;
  }

  /**
   * The next piece: mono, of any length but none, or null at the end.
   *
   * @throws AudioFileException if the file is damaged, or shorter than it says
   */
  public @Nullable Samples next() {
    decoded = null;
    try {
      while (decoded == null) {
        byte[] piece = bytes.next();
        if (piece == null) {
          return null;
        }
        decoder.accept(piece, samples -> decoded = samples);
      }
      return decoded;
    } catch (IOException e) {
      throw AudioFile.damaged(path, e);
    }
  }

  /** Closes the file. Errors of closing are of no use to anybody who only read. */
  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException expected) {
      // nothing was written, so nothing is lost
    }
  }
}
