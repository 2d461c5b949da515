package dev.parley.wire.item;

import java.util.Optional;

/** An item as a client gives it: a new one, or one of the conversation by its id. */
public sealed interface InputItem {

  /**
   * A new item.
   *
   * @param id chosen by the client, checked; empty: the server makes one
   */
  record NewItem(Optional<String> id, ItemBody body) implements InputItem {}

  /** An item of the conversation, among the input of a response. */
  record Reference(String id) implements InputItem {}
}
