package dev.parley.recorder.file;

import dev.parley.recorder.format.About;
import dev.parley.recorder.format.Json;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads recordings, also those that strangers made: whatever is wrong with one is one sentence in a
 * {@link RecordingException}, and no more is read than the limits allow. Blocks.
 */
public final class RecordedFile {

  private static final int MOST_ENTRIES = 64;
  private static final int LONGEST_SESSION = 4_000_000;

  private final ZipFile zip;
  private final Limits limits;

  private RecordedFile(ZipFile zip, Limits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  /** What a recording is about, without the rest of it. */
  public static About about(Path file) {
    return with(file, Limits.ofMemory(), RecordedFile::about);
  }

  /** The whole recording. */
  public static Recorded read(Path file, Limits limits) {
    return with(file, limits, RecordedFile::all);
  }

  /** What recordings that are no zip yet are about. */
  public static About aboutFolder(Path folder) {
    try (InputStream in = Files.newInputStream(folder.resolve(Layout.SESSION))) {
      return About.read(Json.read(utf8(in.readNBytes(LONGEST_SESSION))));
    } catch (IOException | IllegalArgumentException e) {
      throw new RecordingException(Layout.SESSION + " cannot be read: " + e.getMessage(), e);
    }
  }

  private interface Reading<T> {
    T from(RecordedFile file) throws IOException;
  }

  private static <T> T with(Path path, Limits limits, Reading<T> reading) {
    if (!Files.isRegularFile(path)) {
      throw new RecordingException("there is no recording " + path);
    }
    String name = String.valueOf(path.getFileName());
    try (ZipFile zip = new ZipFile(path.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new RecordingException(name + " is no recording: it holds too many files");
      }
      return reading.from(new RecordedFile(zip, limits));
    } catch (IOException | IllegalArgumentException e) {
      throw new RecordingException(
          "%s cannot be read as a recording: %s".formatted(name, e.getMessage()), e);
    }
  }

  private About about() throws IOException {
    byte[] session = bytes(Layout.SESSION, LONGEST_SESSION);
    return in(Layout.SESSION, () -> About.read(Json.read(utf8(session))));
  }

  private Recorded all() throws IOException {
    About about = about();
    AudioTrack caller = track(Layout.CALLER, about.door().captures().rate());
    AudioTrack model = track(Layout.MODEL, about.model().speaks().rate());
    Sorting sorting = new Sorting(about, caller, model);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                stream(Layout.EVENTS, limits.eventBytes()), StandardCharsets.UTF_8))) {
      long n = 0;
      for (String line = next(lines); line != null; line = next(lines)) {
        n++;
        if (n > limits.lines()) {
          throw new RecordingException(
              "%s has more than %d lines".formatted(Layout.EVENTS, limits.lines()));
        }
        take(sorting, line, n);
      }
    }
    return in(Layout.EVENTS, sorting::sorted);
  }

  private static void take(Sorting sorting, String line, long n) {
    try {
      sorting.take(Json.read(line));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new RecordingException(
          "%s, line %d: %s".formatted(Layout.EVENTS, n, e.getMessage()), e);
    }
  }

  /** The next line, as long as it is of a length that makes sense. */
  private static @Nullable String next(BufferedReader lines) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = lines.read(); c != '\n'; c = lines.read()) {
      if (c < 0) {
        return line.isEmpty() ? null : line.toString();
      }
      if (line.length() == Json.LONGEST) {
        throw new IOException(Layout.EVENTS + " has a line without an end");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  private AudioTrack track(String name, int rate) throws IOException {
    byte[] wav = bytes(name, limits.audioBytes());
    return in(name, () -> AudioTrack.read(wav, rate));
  }

  private interface Step<T> {
    T take();
  }

  private static <T> T in(String where, Step<T> step) {
    try {
      return step.take();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new RecordingException(where + ": " + e.getMessage(), e);
    }
  }

  private byte[] bytes(String name, long most) throws IOException {
    try (InputStream in = stream(name, most)) {
      return in.readAllBytes();
    }
  }

  private InputStream stream(String name, long most) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null || entry.isDirectory()) {
      throw new IOException(name + " is missing");
    }
    return new Bounded(zip.getInputStream(entry), name, most);
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Breaks off where a stream is longer than it may be, whatever its zip says of it. */
  private static final class Bounded extends FilterInputStream {

    private final String name;
    private final long most;
    private long read;

    Bounded(InputStream in, String name, long most) {
      super(in);
      this.name = name;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int count = super.read(target, from, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int more) throws IOException {
      read += more;
      if (read > most) {
        throw new IOException("%s has more than %d bytes".formatted(name, most));
      }
    }
  }
}
