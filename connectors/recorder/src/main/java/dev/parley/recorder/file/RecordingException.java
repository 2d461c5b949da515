package dev.parley.recorder.file;

/** A recording cannot be read, or not be replayed. The message says why, in one sentence. */
public final class RecordingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RecordingException(String message) {
    super(message);
  }

  public RecordingException(String message, Throwable cause) {
    super(message, cause);
  }
}
