package dev.parley.server.realtime;

import dev.parley.engine.conversation.Place;
import dev.parley.wire.item.WireItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The items of a conversation in their order, as a list that is linked for its client: each item's
 * predecessor is told. One owner.
 */
final class ItemList {

  private final List<String> order = new ArrayList<>();
  private final Map<String, WireItem> items = new HashMap<>();

  int size() {
    return order.size();
  }

  boolean has(String itemId) {
    return items.containsKey(itemId);
  }

  Optional<WireItem> get(String itemId) {
    return Optional.ofNullable(items.get(itemId));
  }

  /** All items, in order. */
  List<WireItem> all() {
    return order.stream().map(items::get).toList();
  }

  /**
   * Puts a new item into its place.
   *
   * @return the item before it, if it is not the first
   */
  Optional<String> add(WireItem item, Place place) {
    int at =
        switch (place) {
          case Place.Last last -> order.size();
          case Place.First first -> 0;
          case Place.After(String itemId) -> order.indexOf(itemId) + 1;
        };
    order.add(at, item.id());
    items.put(item.id(), item);
    return previous(item.id());
  }

  /** The item before this one. */
  Optional<String> previous(String itemId) {
    int at = order.lastIndexOf(itemId);
    return at > 0 ? Optional.of(order.get(at - 1)) : Optional.empty();
  }

  /** The item that is first. */
  Optional<String> first() {
    return order.isEmpty() ? Optional.empty() : Optional.of(order.getFirst());
  }

  /** The item that is last. */
  Optional<String> last() {
    return order.isEmpty() ? Optional.empty() : Optional.of(order.getLast());
  }

  /** Replaces an item, if it is still there. */
  void change(String itemId, UnaryOperator<WireItem> change) {
    items.computeIfPresent(itemId, (id, item) -> change.apply(item));
  }

  boolean remove(String itemId) {
    order.remove(itemId);
    return items.remove(itemId) != null;
  }
}
