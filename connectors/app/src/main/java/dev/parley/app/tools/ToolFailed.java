package dev.parley.app.tools;

/** A user's tool did not do what it should. The message is for the model and the caller's ear. */
final class ToolFailed extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param why one sentence without a full stop, and without anything that the tool said
   */
  ToolFailed(String why) {
    super(why);
  }
}
