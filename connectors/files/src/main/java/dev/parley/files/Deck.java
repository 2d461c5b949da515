package dev.parley.files;

import dev.parley.audio.codec.Channels;
import dev.parley.audio.resample.Resampler;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file at the rate at which it is played. Blocks; used by one thread at a time, opens the
 * file with the first piece.
 */
final class Deck implements AutoCloseable {

  private final AudioFile file;
  private final Channels channels;
  private final Resampler resampler;
  private final int piece;
  private @Nullable AudioReader reader;

  /**
   * @param rate samples a second that come out
   */
  Deck(AudioFile file, Channels channels, int rate) {
    this.file = file;
    this.channels = channels;
    resampler = new Resampler(rate);
    resampler.negotiate(AudioFormat.pcm16(file.format().rate()));
    piece = rate / 2;
  }

  /** The next half second or somewhat more; less or nothing means that the file has ended. */
  Samples next() {
    if (reader == null) {
      reader = file.read(channels);
    }
    List<Samples> made = new ArrayList<>();
    int count = 0;
    while (count < piece) {
      Samples read = reader.next();
      int before = made.size();
      if (read == null) {
        resampler.flush(made::add);
      } else {
        resampler.accept(read, made::add);
      }
      for (Samples samples : made.subList(before, made.size())) {
        count += samples.count();
      }
      if (read == null) {
        break;
      }
    }
    return joined(made, count);
  }

  /** Whether a piece is too short to be followed by another. */
  boolean isLast(Samples next) {
    return next.count() < piece;
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
    }
  }

  private static Samples joined(List<Samples> pieces, int count) {
    short[] all = new short[count];
    int at = 0;
    for (Samples samples : pieces) {
      samples.copyTo(all, at);
      at += samples.count();
    }
    return Samples.wrap(all);
  }
}
