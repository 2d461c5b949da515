package dev.parley.app.talk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.parley.app.report.CallPage;
import dev.parley.app.report.CallReport;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The files of a talk. They get their names only when all of them are whole; until then the
 * recording lies beside under a name of its own.
 */
final class TalkOutput implements AutoCloseable {

  static final String WAV = "call.wav";
  private static final String LOCK = ".call.lock";
  private static final String JSON = "call.json";
  private static final String PAGE = "call.html";

  private final Path folder;
  private final Path recording;
  private final FileChannel lock;

  private TalkOutput(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
    this.recording = folder.resolve(WAV + ".part");
  }

  /**
   * Makes the folder.
   *
   * @throws IllegalArgumentException if it cannot be written to
   */
  static TalkOutput in(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException(
          "--out " + folder + " is a file: name a folder instead", e);
    } catch (FileSystemException e) {
      throw new IllegalArgumentException(
          "--out " + folder + " cannot be made: name another folder", e);
    }
    if (!Files.isWritable(folder)) {
      throw new IllegalArgumentException(
          "--out " + folder + " cannot be written to: name another folder");
    }
    TalkOutput output = new TalkOutput(folder, lock(folder));
    Files.deleteIfExists(output.recording); // of a run that was killed
    return output;
  }

  /** One talk at a time: two would write into one another's files. */
  private static FileChannel lock(Path folder) throws IOException {
    FileChannel file =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (file.tryLock() == null) {
      file.close();
      throw new IllegalArgumentException(
          "another talk writes to --out " + folder + " already: name another folder");
    }
    return file;
  }

  /** Where the recording grows. */
  Path recording() {
    return recording;
  }

  /** Writes what is missing, and gives all their names. */
  void keep(CallReport report) throws IOException {
    Path json = folder.resolve(JSON + ".part");
    Path page = folder.resolve(PAGE + ".part");
    Files.write(
        json,
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(report));
    CallPage.write(page, report, recording);
    move(recording, WAV);
    move(json, JSON);
    move(page, PAGE);
  }

  private void move(Path from, String name) throws IOException {
    Files.move(from, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Leaves nothing half written. */
  @Override
  public void close() throws IOException {
    for (String name : new String[] {WAV, JSON, PAGE}) {
      Files.deleteIfExists(folder.resolve(name + ".part"));
    }
    Files.deleteIfExists(folder.resolve(LOCK));
    lock.close();
  }
}
