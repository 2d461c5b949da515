package dev.parley.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jflac.FLACDecoder;
import org.jflac.frame.Frame;
import org.jflac.util.ByteData;
import org.jspecify.annotations.Nullable;

/**
 * The audio of a FLAC file. The decoder skips what it cannot read and ends silently where a file
 * was cut off, so its samples are counted here.
 */
final class FlacBytes implements ByteSource {

  private final InputStream in;
  private final FlacHeader header;
  private final FLACDecoder decoder;
  private long decoded;

  FlacBytes(Path path, FlacHeader header) throws IOException {
    this.header = header;
    InputStream file = Files.newInputStream(path);
    file.skipNBytes(header.offset());
    // The decoder sees a header of ours: it would read pictures into memory, however large.
    in =
        new SequenceInputStream(
            new ByteArrayInputStream(header.bare()), new BufferedInputStream(file));
    decoder = new FLACDecoder(in);
    decoder.readMetadata();
  }

  @Override
  public byte @Nullable [] next() throws IOException {
    if (header.samples() != 0 && decoded >= header.samples()) {
      check(); // the decoder would look for more, in some damaged files for ever
      return null;
    }
    try {
      Frame frame = decoder.readNextFrame();
      if (frame == null) {
        check();
        return null;
      }
      if (frame.header.channels != header.format().channels()) {
        throw new IOException("a frame has another number of channels");
      }
      decoded += frame.header.blockSize;
      ByteData bytes = decoder.decodeFrame(frame, null);
      return Arrays.copyOf(bytes.getData(), bytes.getLen());
    } catch (RuntimeException e) {
      throw new IOException("a frame is damaged", e);
    }
  }

  private void check() throws IOException {
    if (header.samples() != 0 && decoded != header.samples()) {
      throw new EOFException(
          "only %d of its %d samples could be read".formatted(decoded, header.samples()));
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
