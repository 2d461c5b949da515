package dev.parley.engine.conversation;

/** Where in a conversation an item goes. */
public sealed interface Place {

  record Last() implements Place {}

  record First() implements Place {}

  /** Right behind this item; if there is none of that id, at the end. */
  record After(String itemId) implements Place {}
}
