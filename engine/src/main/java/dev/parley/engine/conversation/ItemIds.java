package dev.parley.engine.conversation;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;

/**
 * By what id a model's memory holds an entry that nobody gave one: whoever was there can tell it
 * from what happened. None of them is an id that a client may choose, for they have a slash.
 */
public final class ItemIds {

  private ItemIds() {}

  /** The caller's turn that was committed up to here. */
  public static String ofTurn(Position until) {
    return "turn/%d/%d".formatted(until.sample(), until.rate());
  }

  /** What a model said, wrote or called as one part of a reply. */
  public static String ofPart(Epoch epoch, int part) {
    return "reply/%s/%d".formatted(epoch, part);
  }

  /** What a tool answered to a call. */
  public static String ofResult(String callId) {
    return "result/" + callId;
  }
}
