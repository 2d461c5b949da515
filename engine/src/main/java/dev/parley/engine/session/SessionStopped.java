package dev.parley.engine.session;

/** A session's actor was stopped or died while its call was running. */
public final class SessionStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SessionStopped(String callId) {
    super("the session of call " + callId + " was stopped");
  }
}
