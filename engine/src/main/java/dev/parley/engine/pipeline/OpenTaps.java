package dev.parley.engine.pipeline;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.stage.StageFailed;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.time.CallClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The taps of one call. Each is closed once, when the last place that it looks on from has ended.
 */
final class OpenTaps {

  private final List<Tap> taps;
  private final List<Tap.Observer> observers = new ArrayList<>();
  private final AtomicInteger open;

  OpenTaps(List<Tap> taps, AudioFormat caller, AudioFormat reply, CallClock clock) {
    open = new AtomicInteger(taps.size() + 1);
    this.taps = taps;
    try {
      taps.forEach(tap -> observers.add(tap.open(caller, reply, clock)));
    } catch (RuntimeException e) {
      closeAll(); // those that did open
      throw e;
    }
  }

  /** What a tap sees at its place on the caller's side. */
  Consumer<Inbound> at(int index) {
    return observers.get(index)::inbound;
  }

  void outbound(Outbound frame) {
    for (int i = 0; i < observers.size(); i++) {
      try {
        observers.get(i).outbound(frame);
      } catch (RuntimeException e) {
        throw new StageFailed(taps.get(i).name(), e);
      }
    }
  }

  /** One of the places has ended. */
  void close() {
    if (open.decrementAndGet() == 0) {
      closeAll();
    }
  }

  /** Closes them although the call never began. */
  void closeAll() {
    RuntimeException first = null;
    for (Tap.Observer observer : observers) {
      try {
        observer.close();
      } catch (RuntimeException e) { // the others are closed all the same
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
