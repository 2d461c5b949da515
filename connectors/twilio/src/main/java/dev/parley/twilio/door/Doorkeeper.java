package dev.parley.twilio.door;

import dev.parley.sockets.WsFrame;
import dev.parley.twilio.messages.FromTwilio;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;

/** Decides on a stream that has begun. Called on its stream's thread: must not block. */
@FunctionalInterface
public interface Doorkeeper {

  /** What is decided. */
  sealed interface Verdict {

    /** Its call runs. */
    record In() implements Verdict {}

    /**
     * It may not come in.
     *
     * @param code the socket's close code
     * @param reason one sentence
     */
    record Out(int code, String reason) implements Verdict {}
  }

  /**
   * A stream begins.
   *
   * @param socket all that follows on its socket, to be run once if it may come in
   */
  CompletionStage<Verdict> admit(FromTwilio.Start start, Flow<WsFrame, WsFrame, NotUsed> socket);
}
