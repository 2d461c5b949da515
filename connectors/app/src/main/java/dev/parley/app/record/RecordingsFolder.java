package dev.parley.app.record;

import dev.parley.engine.time.Offload;
import dev.parley.recorder.RecorderSettings;
import dev.parley.recorder.Recordings;
import dev.parley.recorder.file.Private;
import dev.parley.recorder.file.RecordedFile;
import dev.parley.recorder.file.RecordingException;
import dev.parley.recorder.format.About;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The recordings of a folder, for whoever looks after them. Blocks. */
public final class RecordingsFolder {

  /** Old recordings are the server's business. */
  static final Duration FOREVER = Duration.ofDays(36_500);

  private final Recordings recordings;

  private RecordingsFolder(Recordings recordings) {
    this.recordings = recordings;
  }

  /**
   * A folder with recordings.
   *
   * @throws IllegalArgumentException in one sentence if it is none
   */
  public static RecordingsFolder at(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          Files.exists(folder)
              ? folder + " is a file: name the folder of the recordings"
              : folder + " does not exist: name the folder of the recordings");
    }
    return new RecordingsFolder(
        Recordings.in(
            RecorderSettings.in(folder).withRetention(FOREVER),
            Recordings.World.of(
                Offload.on(Runnable::run), InstantSource.system(), new SecureRandom())));
  }

  /** Prints a line for each, the oldest first. */
  public void list(Optional<String> subject, PrintStream out) throws IOException {
    List<Path> files = subject.isPresent() ? recordings.export(subject.get()) : recordings.list();
    for (Path file : files) {
      out.println(line(file));
    }
    out.println(count(files.size()));
  }

  /** Copies a subject's recordings into another folder, which is made if it is missing. */
  public void export(String subject, Path to, PrintStream out) throws IOException {
    List<Path> files = recordings.export(subject);
    Private.folders(to);
    for (Path file : files) {
      Path copy = to.resolve(file.getFileName());
      try (OutputStream stream = Channels.newOutputStream(Private.file(copy))) {
        Files.copy(file, stream);
      } catch (FileAlreadyExistsException e) {
        throw new IllegalArgumentException(
            copy + " is there already: export to an empty folder", e);
      }
    }
    out.println("exported " + count(files.size()) + " to " + to);
  }

  /** Deletes a subject's recordings. */
  public void delete(String subject, PrintStream out) throws IOException {
    out.println("deleted " + count(recordings.deleteSubject(subject)));
  }

  private static String line(Path file) throws IOException {
    try {
      About about = RecordedFile.about(file);
      return "%s  %-20s  %9s  %-10s  %-14s  %s"
          .formatted(
              file.getFileName(),
              about.made().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
              kilobytes(Files.size(file)),
              about.door().name(),
              about.model().name(),
              about.subject().orElse("-"));
    } catch (RecordingException broken) {
      return "%s  cannot be read: %s".formatted(file.getFileName(), broken.getMessage());
    }
  }

  private static String kilobytes(long bytes) {
    return (bytes + 999) / 1_000 + " kB";
  }

  private static String count(int n) {
    return n + (n == 1 ? " recording" : " recordings");
  }
}
