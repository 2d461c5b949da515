package dev.parley.app.serve;

import dev.parley.app.Failures;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** The server could not start; the message is one sentence that says why and what to do. */
public final class StartFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private StartFailure(String message, Throwable cause) {
    super(message, cause);
  }

  static StartFailure of(Throwable failure, String host, int port) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String why = Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    return new StartFailure(sentence(why, host, port), cause);
  }

  /** There is no place for recordings. */
  static StartFailure recording(Path folder, IOException failure) {
    return new StartFailure(
        "recordings cannot be kept in " + folder + ": " + Failures.sentence(failure), failure);
  }

  private static String sentence(String why, String host, int port) {
    if (why.contains("in use")) {
      return "port "
          + port
          + " of "
          + host
          + " is taken: end the program that has it, or choose another one with --port";
    }
    if (why.contains("assign requested address")) {
      return "this machine has no address "
          + new InetSocketAddress(host, port).getHostString()
          + ": listen at 127.0.0.1, or at 0.0.0.0 for all that it has";
    }
    if (why.contains("ermission denied")) {
      return "this user may not listen at port " + port + ": choose one from 1024 on with --port";
    }
    return why;
  }
}
