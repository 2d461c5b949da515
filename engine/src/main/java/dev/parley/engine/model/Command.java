package dev.parley.engine.model;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Heard;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.ItemIds;
import dev.parley.engine.conversation.Place;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;

/** What a session tells its model beside the audio. */
public sealed interface Command {

  /** Answer now, as this reply. */
  record Reply(ReplySpec spec, Epoch epoch) implements Command {}

  /** Say this text, word for word where the model can. */
  record Say(String text, Epoch epoch) implements Command {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Say[%s, %d chars]".formatted(epoch, text.length());
    }
  }

  /** Stop making this reply; frames of it that are on their way are dropped downstream. */
  record Cancel(Epoch epoch) implements Command {}

  /** The caller heard no more of a reply than this: forget the rest. */
  record Truncate(Heard heard) implements Command {}

  /** The caller's audio up to this place is a finished turn. */
  record Commit(Position until) implements Command {}

  /** Forget the caller's audio from here on that was not committed. */
  record Clear(Position until) implements Command {}

  /** Remember this item. */
  record AddItem(Item item, Place place) implements Command {

    /** Behind all that there is. */
    public AddItem(Item item) {
      this(item, new Place.Last());
    }
  }

  /**
   * Forget this item.
   *
   * @param itemId the one it was added by; turns, parts of replies and results of tools go by their
   *     {@link ItemIds}
   */
  record RemoveItem(String itemId) implements Command {}

  /** What a tool answered. */
  record ToolResult(String callId, String output) implements Command {
    /** Keeps the output out of logs. */
    @Override
    public String toString() {
      return "ToolResult[" + callId + "]";
    }
  }

  /** Work by these settings from the next reply on. */
  record Configure(Brief brief) implements Command {}
}
