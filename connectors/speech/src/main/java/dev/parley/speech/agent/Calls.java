package dev.parley.speech.agent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The way of each call: due, handed out with a reply, made, answered. Sees to it that what was
 * asked for once is called at most once. Bounded: of more than a few dozen, the oldest are
 * forgotten. One owner.
 */
final class Calls {

  private static final int MOST_AT_ONCE = 8;
  private static final int MOST_OPEN = 64;
  private static final int MOST_DONE = 64;

  private final Deque<Order> due = new ArrayDeque<>();
  private final Deque<Order> handedOut = new ArrayDeque<>();
  private final Map<String, Order> open = new LinkedHashMap<>();
  private final Map<String, Boolean> closed = new LinkedHashMap<>();
  private final Deque<Order> done = new ArrayDeque<>();
  private boolean isForsaken;

  /** To be called with the next reply, in place of another of the same tool. */
  void due(Order order) {
    due.removeIf(other -> other.tool().equals(order.tool()));
    addBounded(due, order, MOST_AT_ONCE);
  }

  boolean hasDue() {
    return !due.isEmpty();
  }

  boolean hasDue(String tool) {
    return due.stream().anyMatch(order -> order.tool().equals(tool));
  }

  /** Calls nothing of what is due, nor what may yet be taken back. Says whether any was due. */
  boolean drop() {
    boolean any = hasDue();
    isForsaken = true;
    due.clear();
    return any;
  }

  /** Drops of what is due all that does not fit. Says whether anything did not. */
  boolean keep(Predicate<Order> fits) {
    return due.removeIf(order -> !fits.test(order));
  }

  /** What is due, to go with this reply. */
  List<Order> handOut() {
    List<Order> orders = List.copyOf(due);
    due.clear();
    isForsaken = false;
    orders.forEach(order -> addBounded(handedOut, order, MOST_AT_ONCE));
    return orders;
  }

  /**
   * What went with a reply that was cut before it was called. It is no longer expected.
   *
   * @return empty if the caller does not want it any more
   */
  List<Order> takeBack() {
    List<Order> orders = isForsaken ? List.of() : List.copyOf(handedOut);
    handedOut.clear();
    return orders;
  }

  /** What became due because the caller said yes. It is no longer due. */
  List<Order> takeAgreed() {
    List<Order> orders = due.stream().filter(Order::isAgreed).toList();
    due.removeAll(orders);
    return orders;
  }

  /** A call of this tool was made. Says whether it was expected. */
  boolean made(String tool, String callId) {
    Optional<Order> order = take(handedOut, tool).or(() -> take(due, tool));
    order.ifPresent(it -> opened(callId, it));
    return order.isPresent();
  }

  void opened(String callId, Order order) {
    open.put(callId, order);
    trim(open, MOST_OPEN);
  }

  /** Whether the result of this call is known already. */
  boolean isClosed(String callId) {
    return closed.containsKey(callId);
  }

  /** A result has come: of what, if that is known. */
  Optional<Order> close(String callId) {
    closed.put(callId, true);
    trim(closed, MOST_DONE);
    return Optional.ofNullable(open.remove(callId));
  }

  /** It had the effect that it should have. */
  void succeeded(Order order) {
    addBounded(done, order, MOST_DONE);
  }

  boolean isDue(Order order) {
    return due.stream().anyMatch(order::asksSameAs);
  }

  boolean isUnderWay(Order order) {
    return handedOut.stream().anyMatch(order::asksSameAs)
        || open.values().stream().anyMatch(order::asksSameAs);
  }

  boolean isDone(Order order) {
    return done.stream().anyMatch(order::asksSameAs);
  }

  /** Whether a result may come. */
  boolean isWaiting() {
    return !handedOut.isEmpty() || !open.isEmpty();
  }

  private static Optional<Order> take(Deque<Order> orders, String tool) {
    for (Order order : new ArrayList<>(orders)) {
      if (order.tool().equals(tool)) {
        orders.remove(order);
        return Optional.of(order);
      }
    }
    return Optional.empty();
  }

  private static void addBounded(Deque<Order> orders, Order order, int most) {
    orders.add(order);
    if (orders.size() > most) {
      orders.removeFirst();
    }
  }

  private static <V> void trim(Map<String, V> map, int most) {
    if (map.size() > most) {
      map.remove(map.keySet().iterator().next());
    }
  }
}
