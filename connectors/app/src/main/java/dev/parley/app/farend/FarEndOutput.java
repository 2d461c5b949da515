package dev.parley.app.farend;

import dev.parley.audio.tap.WavFile;
import dev.parley.twilio.sim.SimReport;
import dev.parley.twilio.sim.SimScript;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The recording of a simulated call: the caller left, the agent right, on one clock. */
final class FarEndOutput {

  private static final String NAME = "phone.wav";

  private final Path file;

  private FarEndOutput(Path file) {
    this.file = file;
  }

  /**
   * Makes the folder.
   *
   * @param asked a file that ends in {@code .wav}, or a folder
   * @throws IllegalArgumentException if it cannot be written to
   */
  static FarEndOutput at(Path asked) throws IOException {
    boolean named = asked.toString().endsWith(".wav");
    Path file = named ? asked : asked.resolve(NAME);
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException(
          "--out " + asked + " is a file: name a folder, or a file that ends in .wav", e);
    } catch (FileSystemException e) {
      throw new IllegalArgumentException(
          "--out " + asked + " cannot be made: name another folder", e);
    }
    if (!Files.isWritable(folder) || Files.isDirectory(file)) {
      throw new IllegalArgumentException(
          "--out " + asked + " cannot be written to: name another folder");
    }
    return new FarEndOutput(file);
  }

  Path file() {
    return file;
  }

  /** Writes what was said, one stream behind the other; the file is there when it is whole. */
  void keep(List<SimReport> streams) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (WavFile wav = WavFile.create(part, SimScript.RATE, /* channels= */ 2)) {
      for (SimReport stream : streams) {
        wav.append(stream.caller(), stream.agent());
      }
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
