package dev.parley.app.farend;

import dev.parley.app.Failures;
import dev.parley.twilio.sim.SimRefused;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** A simulated call did not come about; the message is one sentence that says what to do. */
public final class FarEndFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  FarEndFailure(String message) {
    super(message);
  }

  private FarEndFailure(String message, Throwable cause) {
    super(message, cause);
  }

  static FarEndFailure of(Throwable failure, URI server) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new FarEndFailure(sentence(cause, server), cause);
  }

  private static String sentence(Throwable cause, URI server) {
    if (cause instanceof SimRefused refused) {
      return switch (refused.status()) {
        case 403 ->
            "the server refuses the signature (403): twilio.auth-token and twilio.public-base must"
                + " be the same there and here";
        case 404 ->
            "the server has no telephone (404): set twilio.public-base and twilio.auth-token there";
        default -> Failures.sentence(refused);
      };
    }
    if (isConnection(cause)) {
      return "nobody answers at "
          + server
          + ": start the server ('parley serve'), or name its address with --url";
    }
    return Failures.sentence(cause);
  }

  private static boolean isConnection(Throwable cause) {
    String text = cause.toString();
    return cause instanceof java.net.ConnectException
        || cause instanceof java.net.UnknownHostException
        || text.contains("StreamTcpException")
        || (cause.getCause() != null
            && cause.getCause() != cause
            && isConnection(cause.getCause()));
  }
}
