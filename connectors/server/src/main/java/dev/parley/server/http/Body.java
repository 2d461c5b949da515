package dev.parley.server.http;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.RequestEntity;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.StreamLimitReachedException;
import org.apache.pekko.util.ByteString;

/** The text of a request. */
final class Body {

  private Body() {}

  /** The whole text, in UTF-8 as all JSON is; empty as soon as it is longer than this. */
  static CompletionStage<Optional<String>> read(
      RequestEntity entity, long mostBytes, Materializer streams) {
    return entity
        .withoutSizeLimit() // whose failure would be ours to tell all the same
        .getDataBytes()
        .limitWeighted(mostBytes, bytes -> (long) bytes.size())
        .runFold(ByteString.emptyByteString(), ByteString::concat, streams)
        .thenApplyAsync(bytes -> Optional.of(bytes.utf8String()), Runnable::run)
        .exceptionallyAsync(Body::tooLong, Runnable::run);
  }

  private static Optional<String> tooLong(Throwable fault) {
    Throwable cause =
        fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    if (cause instanceof StreamLimitReachedException) {
      return Optional.empty();
    }
    throw new CompletionException(cause);
  }
}
