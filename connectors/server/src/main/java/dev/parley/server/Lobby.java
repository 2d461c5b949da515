package dev.parley.server;

import dev.parley.engine.session.CallHandle;
import dev.parley.server.limit.Seat;
import dev.parley.server.realtime.Expulsion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that run, so that they can be told to leave. Safe for any thread. */
final class Lobby {

  private final Map<String, Expulsion> guests = new ConcurrentHashMap<>();

  /** A session runs; it leaves by itself when its call has ended, and gives its seat back. */
  void enter(String id, Expulsion expulsion, CallHandle call, Seat seat) {
    guests.put(id, expulsion);
    call.closed()
        .whenCompleteAsync(
            (report, failure) -> {
              seat.close(); // first: who is no longer counted takes nobody's place
              guests.remove(id);
            },
            Runnable::run);
  }

  int size() {
    return guests.size();
  }

  /** Tells everyone to leave. */
  void expelAll(int code, String reason) {
    guests.values().forEach(guest -> guest.expel(code, reason));
  }
}
