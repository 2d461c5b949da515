package dev.parley.server;

import dev.parley.engine.pipeline.Recording;
import dev.parley.server.realtime.Rooms;
import java.util.Optional;

/** Who records sessions. Asked for each one; safe for any thread, and quick. */
@FunctionalInterface
public interface ServerRecorders {

  /** What a client says about its caller and the recording. */
  enum Answer {
    /** The caller was told, and agrees. */
    YES,
    /** The caller does not agree. */
    NO,
    /** It says nothing. */
    NONE
  }

  /**
   * A session that is about to begin. It still may not: then nothing more is heard of it.
   *
   * @param account whose key let it in
   * @param subject who the caller is, as the client names them; empty if it does not
   * @param answer whether the caller agrees to be recorded, as the client says it
   * @param rooms what will stand between its doors
   */
  record Session(String account, Optional<String> subject, Answer answer, Rooms rooms) {

    /** Keeps the subject out of logs. */
    @Override
    public String toString() {
      return "Session[" + account + "]";
    }
  }

  /** The session's recording, or {@link Recording#off}. */
  Recording open(Session session);

  /** Nothing is recorded. */
  static ServerRecorders none() {
    return session -> Recording.off();
  }
}
