package dev.parley.files;

import java.nio.file.Path;

/** An audio file cannot be used. The message is one sentence for its user, with what to do. */
public final class AudioFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Path file;

  /**
   * @param file as its user wrote it
   * @param what what is wrong, as the sentence goes on behind the file's name: "is empty"
   * @param remedy what to do about it: "record it again"
   */
  AudioFileException(Path file, String what, String remedy) {
    super(file + " " + what + ": " + remedy);
    this.file = file;
  }

  AudioFileException(Path file, String what, String remedy, Throwable cause) {
    super(file + " " + what + ": " + remedy, cause);
    this.file = file;
  }

  /** The file. */
  public Path file() {
    return file;
  }
}
