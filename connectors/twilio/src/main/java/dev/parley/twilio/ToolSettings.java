package dev.parley.twilio;

/**
 * Which of the telephone's own tools a model is offered. Whom it may transfer a call to, and
 * whether it may at all, is set with the transfers.
 *
 * @param hangUp it may end the call ({@code hang_up})
 * @param pressKeys it may sound telephone keys ({@code press_keys})
 */
public record ToolSettings(boolean hangUp, boolean pressKeys) {

  /** None: a model that tries whatever it is offered would hang up first. */
  public static ToolSettings defaults() {
    return new ToolSettings(/* hangUp= */ false, /* pressKeys= */ false);
  }

  public ToolSettings withHangUp(boolean on) {
    return new ToolSettings(on, pressKeys);
  }

  public ToolSettings withPressKeys(boolean on) {
    return new ToolSettings(hangUp, on);
  }
}
