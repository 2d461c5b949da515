package dev.parley.recorder.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where recordings lie, as far as its room is concerned. Safe for any thread. */
@FunctionalInterface
public interface Disk {

  /** The bytes that may still be written where this folder is. */
  long free(Path folder) throws IOException;

  /** The disk that the folder is on. */
  static Disk real() {
    return folder -> Files.getFileStore(folder).getUsableSpace();
  }
}
