package dev.parley.server;

import dev.parley.engine.session.CallHandle;
import dev.parley.server.limit.Seat;
import dev.parley.server.realtime.Expulsion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that run, so that they can be told to leave. Safe for any thread. */
final class Lobby {

  private record Guest(Expulsion expulsion, CompletionStage<?> gone) {}

  private final Map<String, Guest> guests = new ConcurrentHashMap<>();

  /** A session runs; it leaves by itself when its call has ended, and gives its seat back. */
  void enter(String id, Expulsion expulsion, CallHandle call, Seat seat) {
    CompletableFuture<Void> gone = new CompletableFuture<>();
    guests.put(id, new Guest(expulsion, gone));
    call.closed()
        .whenComplete(
            (report, failure) -> {
              guests.remove(id);
              seat.close();
              gone.complete(null);
            });
  }

  int size() {
    return guests.size();
  }

  /** Completed when all who are in by now have left. */
  CompletionStage<Void> empty() {
    List<CompletableFuture<?>> leaving = new ArrayList<>();
    guests.values().forEach(guest -> leaving.add(guest.gone().toCompletableFuture()));
    return CompletableFuture.allOf(leaving.toArray(CompletableFuture[]::new));
  }

  /** Tells everyone to leave. */
  void expelAll(int code, String reason) {
    guests.values().forEach(guest -> guest.expulsion().expel(code, reason));
  }
}
