package dev.parley.app;

import java.io.IOException;
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
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return "failed with " + cause.getClass().getSimpleName();
    }
    String sentence = message.lines().findFirst().orElse(message);
    return cause instanceof IOException
        ? cause.getClass().getSimpleName() + ": " + sentence // often no more than a path
        : sentence;
  }
}
