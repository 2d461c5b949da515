package dev.parley.speech.asr;

/** A recogniser's library, model or process is missing or broken; one sentence says which. */
public final class RecogniserException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public RecogniserException(String message, Throwable cause) {
    super(message, cause);
  }

  public RecogniserException(String message) {
    super(message);
  }
}
