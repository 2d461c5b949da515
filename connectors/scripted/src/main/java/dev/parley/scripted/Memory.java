package dev.parley.scripted;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a scripted model remembers of a conversation: which items it was told, and which tool calls
 * are open. Bounded: of more than a thousand, the oldest is forgotten. One owner.
 */
final class Memory {

  private static final int MOST = 1_000;

  private final Set<String> items = new LinkedHashSet<>();
  private final Set<String> openCalls = new LinkedHashSet<>();
  private long calls;

  /** Remembers an item; false if it is there already. */
  boolean add(String itemId) {
    return addBounded(items, itemId);
  }

  /** Forgets an item; false if it is not there. */
  boolean remove(String itemId) {
    return items.remove(itemId);
  }

  /** The identity of a new tool call: the same ones in the same order in every session. */
  String openCall() {
    String callId = "call_" + ++calls;
    addBounded(openCalls, callId);
    return callId;
  }

  /** A call was answered; false if it is not open. */
  boolean closeCall(String callId) {
    return openCalls.remove(callId);
  }

  private static boolean addBounded(Set<String> set, String id) {
    boolean added = set.add(id);
    if (set.size() > MOST) {
      set.remove(set.iterator().next());
    }
    return added;
  }
}
