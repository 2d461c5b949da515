package dev.parley.files;

import dev.parley.audio.codec.Channels;
import dev.parley.audio.codec.Pcm;
import dev.parley.audio.codec.PcmDecoder;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A file with audio: WAV (PCM of 8, 16 or 24 bits, 32-bit floats, mu-law, A-law), FLAC, or raw.
 * Told by its first bytes, never by its name. At most 4 hours and 2 GB.
 *
 * <p>Immutable: what it says was true when it was opened. All methods block, so they are called
 * before a call or through {@code Offload}; each fault is an {@link AudioFileException}.
 */
public final class AudioFile {

  private static final long MOST_BYTES = 2L << 30;
  private static final Duration LONGEST = Duration.ofHours(4);
  private static final Duration LONGEST_LOADED = Duration.ofMinutes(30);

  /** Opens the file's audio from its beginning. */
  @FunctionalInterface
  private interface Opener {
    ByteSource open() throws IOException;
  }

  private final Path path;
  private final AudioFormat format;
  private final long samples;
  private final Opener opener;

  private AudioFile(Path path, AudioFormat format, long samples, Opener opener) {
    this.path = path;
    this.format = format;
    this.samples = samples;
    this.opener = opener;
    if (samples == 0) {
      throw new AudioFileException(path, "holds no audio", "record it again");
    }
    if (length().compareTo(LONGEST) > 0) {
      throw new AudioFileException(
          path, "is longer than " + LONGEST.toHours() + " hours", "cut it into pieces");
    }
  }

  /**
   * Opens a WAV or FLAC file.
   *
   * @throws AudioFileException if it is none that can be played
   */
  public static AudioFile open(Path path) {
    long size = check(path);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      byte[] magic = in.readNBytes(4);
      if (WavHeader.begins(magic)) {
        WavHeader wav = WavHeader.read(path, in, size);
        return plain(path, wav.format(), wav.offset(), wav.bytes());
      }
      if (FlacHeader.begins(magic)) {
        FlacHeader flac = FlacHeader.read(path, in);
        Opener opener = () -> new FlacBytes(path, flac);
        long samples = flac.samples() > 0 ? flac.samples() : counted(opener, flac.format());
        return new AudioFile(path, flac.format(), samples, opener);
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    throw new AudioFileException(
        path, "is neither WAV nor FLAC", "convert it, or give the format of raw audio");
  }

  /**
   * Opens a file of raw audio.
   *
   * @param format how it is written
   * @throws AudioFileException if there is no such file
   */
  public static AudioFile open(Path path, AudioFormat format) {
    return plain(path, format, /* offset= */ 0, check(path));
  }

  /** The file, as its user wrote it. */
  public Path path() {
    return path;
  }

  /** How its audio is written. */
  public AudioFormat format() {
    return format;
  }

  /** Samples of each channel. */
  public long samples() {
    return samples;
  }

  public Duration length() {
    return new Position(samples, format.rate()).toDuration();
  }

  /** The length in seconds. */
  public double seconds() {
    return (double) samples / format.rate();
  }

  /**
   * Begins to read.
   *
   * @throws AudioFileException if it has no such channel, or cannot be read any more
   */
  public AudioReader read(Channels channels) {
    checkHas(channels);
    try {
      return new AudioReader(path, opener.open(), new PcmDecoder(format, channels));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * Reads it all, at its own rate.
   *
   * @throws AudioFileException also if it is longer than half an hour
   */
  public Samples load(Channels channels) {
    if (length().compareTo(LONGEST_LOADED) > 0) {
      throw new AudioFileException(
          path,
          "is longer than " + LONGEST_LOADED.toMinutes() + " minutes",
          "cut it into pieces, this use of it needs all of it in memory");
    }
    short[] all = new short[(int) samples];
    int filled = 0;
    try (AudioReader reader = read(channels)) {
      for (Samples next = reader.next(); next != null; next = reader.next()) {
        Samples fitting = next.slice(0, Math.min(next.count(), all.length - filled));
        fitting.copyTo(all, filled);
        filled += fitting.count();
      }
    }
    return Samples.copyOf(all, 0, filled);
  }

  /** Refuses a channel that the file does not have. */
  void checkHas(Channels channels) {
    if (channels instanceof Channels.Only only && only.index() >= format.channels()) {
      String has =
          format.channels() == 1
              ? "choose channel 0, the only one"
              : "choose a channel from 0 to %d, or mix them".formatted(format.channels() - 1);
      throw new AudioFileException(path, "has no channel " + only.index(), has);
    }
  }

  /** What to say of a file that turns out to be broken while it is read. */
  static AudioFileException damaged(Path path, IOException e) {
    String why = e.getMessage() == null ? "" : ", " + e.getMessage();
    return new AudioFileException(path, "is damaged or cut off" + why, "copy it again", e);
  }

  private static AudioFileException unreadable(Path path, IOException e) {
    return e instanceof AccessDeniedException
        ? new AudioFileException(path, "may not be read", "ask for the right to read it", e)
        : damaged(path, e);
  }

  private static AudioFile plain(Path path, AudioFormat format, long offset, long bytes) {
    long frame = frameBytes(format);
    long samples = bytes / frame; // a last piece of a frame is dropped, as players do
    return new AudioFile(
        path, format, samples, () -> new PlainBytes(path, offset, samples * frame));
  }

  private static long counted(Opener opener, AudioFormat format) throws IOException {
    long bytes = 0;
    try (ByteSource source = opener.open()) {
      for (byte[] piece = source.next(); piece != null; piece = source.next()) {
        bytes += piece.length;
      }
    }
    return bytes / frameBytes(format);
  }

  private static long frameBytes(AudioFormat format) {
    return (long) format.channels() * Pcm.width(format.encoding());
  }

  private static long check(Path path) {
    if (!Files.exists(path)) {
      throw new AudioFileException(path, "does not exist", "check the path");
    }
    if (Files.isDirectory(path)) {
      throw new AudioFileException(path, "is a folder", "give one file in it");
    }
    if (!Files.isRegularFile(path)) {
      throw new AudioFileException(path, "is no ordinary file", "give a file on a disk");
    }
    try {
      long size = Files.size(path);
      if (size == 0) {
        throw new AudioFileException(path, "is empty", "record it again");
      }
      if (size > MOST_BYTES) {
        throw new AudioFileException(path, "is larger than 2 GB", "cut it into pieces");
      }
      return size;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }
}
