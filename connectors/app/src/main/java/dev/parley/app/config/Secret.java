package dev.parley.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A secret as it stands in the configuration: itself, or {@code file:PATH} for a file that holds
 * it.
 */
record Secret(String text) {

  private static final String FILE = "file:";

  /**
   * The secret itself.
   *
   * @param folder what a relative path is seen from
   * @throws IOException if the file that it names cannot be read
   */
  String open(Path folder) throws IOException {
    if (!text.startsWith(FILE)) {
      return text;
    }
    try {
      return Files.readString(folder.resolve(text.substring(FILE.length()))).strip();
    } catch (InvalidPathException e) {
      throw new IOException("this is no path", e);
    }
  }

  /** Tells nothing. */
  @Override
  public String toString() {
    return "Secret";
  }
}
