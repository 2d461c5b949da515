package dev.parley.app;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.concurrent.CompletionException;

/** Says failures to people. */
public final class Failures {

  private Failures() {}

  /** One sentence about what went wrong, however deep it lies. */
  public static String sentence(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof FileSystemException file) {
      return file.getFile() + " cannot be read or written: " + reason(file);
    }
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return "failed with " + cause.getClass().getSimpleName();
    }
    String sentence = message.lines().findFirst().orElse(message);
    return sentence;
  }

  private static String reason(FileSystemException failure) {
    return switch (failure) {
      case AccessDeniedException denied -> "check its permissions";
      case NoSuchFileException missing -> "it does not exist";
      default ->
          Objects.requireNonNullElse(failure.getReason(), failure.getClass().getSimpleName());
    };
  }
}
