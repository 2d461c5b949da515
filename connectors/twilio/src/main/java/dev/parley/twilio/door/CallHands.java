package dev.parley.twilio.door;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to a running call from outside its stream: by tools, and by the house when it
 * closes. What is done before the stream runs is done when it does. Safe for any thread, before and
 * after the call.
 */
public final class CallHands {

  /** What a call can be asked for. */
  sealed interface Order {

    record Leave(Departure departure) implements Order {}

    record Press(String keys) implements Order {}
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Order> early = new ArrayList<>();
  private @Nullable Consumer<Order> door;

  /** The stream runs. */
  void arm(Consumer<Order> way) {
    lock.lock();
    try {
      door = way;
      early.forEach(way);
      early.clear();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the stream, behind the agent's last words where those may be waited for. */
  public void leave(Departure departure) {
    order(new Order.Leave(departure));
  }

  /**
   * Sounds keys on the line, as audio.
   *
   * @param keys of {@code 0-9 * # A-D}, at most 32
   * @throws IllegalArgumentException in one sentence, if there are others among them
   */
  public void press(String keys) {
    boolean known = keys.chars().allMatch(key -> Tones.KEYS.indexOf(key) >= 0);
    if (keys.isEmpty() || keys.length() > 32 || !known) {
      throw new IllegalArgumentException("keys must be 1 to 32 of 0-9 * # A-D");
    }
    order(new Order.Press(keys));
  }

  private void order(Order order) {
    lock.lock();
    try {
      if (door == null) {
        early.add(order);
      } else {
        door.accept(order);
      }
    } finally {
      lock.unlock();
    }
  }
}
