package dev.parley.engine.script;

import dev.parley.engine.conversation.Item;
import dev.parley.engine.frame.Epoch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a scripted model remembers of a conversation: which items it was told, heard and made itself
 * (not what is in them, nor their order, for no script asks), and which tool calls are open.
 * Bounded: of more than a thousand, the oldest is forgotten. One owner.
 */
final class Memory {

  private static final int MOST = 1_000;

  private final Map<String, Optional<String>> items = new LinkedHashMap<>();
  private final Map<String, Epoch.Lane> openCalls = new LinkedHashMap<>();
  private long calls;

  /** Remembers an item; false if it is there already. */
  boolean add(Item item) {
    if (items.containsKey(item.id())) {
      return false;
    }
    Optional<String> call =
        item instanceof Item.ToolCall told ? Optional.of(told.callId()) : Optional.empty();
    call.ifPresent(callId -> putBounded(openCalls, callId, Epoch.Lane.MAIN));
    putBounded(items, item.id(), call);
    return true;
  }

  /** Remembers something that has no id but that of {@code ItemIds}. */
  void note(String id) {
    putBounded(items, id, Optional.empty());
  }

  /** Forgets an item, and the call that it was; false if it is not there. */
  boolean remove(String itemId) {
    Optional<String> call = items.remove(itemId);
    if (call == null) {
      return false;
    }
    call.ifPresent(openCalls::remove);
    return true;
  }

  /** The identity of a new tool call: the same ones in the same order in every session. */
  String nextCall() {
    return "call_" + ++calls;
  }

  /** A call was made, which is remembered by this id. */
  void openCall(String itemId, String callId, Epoch.Lane lane) {
    putBounded(openCalls, callId, lane);
    putBounded(items, itemId, Optional.of(callId));
  }

  /** A call was answered. Says in which lane it had been made, if it was open. */
  Optional<Epoch.Lane> closeCall(String callId) {
    return Optional.ofNullable(openCalls.remove(callId));
  }

  private static <V> void putBounded(Map<String, V> map, String id, V value) {
    map.put(id, value);
    if (map.size() > MOST) {
      map.remove(map.keySet().iterator().next());
    }
  }
}
