package dev.parley.recorder.replay;

/** Something broke down when a session was recorded, and does so again. */
final class ReplayedFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReplayedFailure(String message) {
    super(message);
  }
}
