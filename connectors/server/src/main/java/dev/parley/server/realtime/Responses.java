package dev.parley.server.realtime;

import dev.parley.engine.frame.Epoch;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The responses that are not over, by the names that their client and the call have for them. At
 * most one of them writes to the conversation. One owner.
 */
final class Responses {

  private final Map<String, LiveResponse> byId = new LinkedHashMap<>();
  private final Map<Epoch, LiveResponse> byEpoch = new HashMap<>();

  void add(LiveResponse response) {
    byId.put(response.id(), response);
  }

  /** The call has taken a request up: from now on the response goes by this epoch. */
  void bind(LiveResponse response, Epoch epoch) {
    response.becomes(epoch);
    byEpoch.put(epoch, response);
  }

  Optional<LiveResponse> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<LiveResponse> get(Epoch epoch) {
    return Optional.ofNullable(byEpoch.get(epoch));
  }

  /** The one that writes to the conversation, asked for or running. */
  Optional<LiveResponse> active() {
    return byId.values().stream().filter(response -> !response.isOutOfBand()).findFirst();
  }

  /** The one that writes to the conversation and that the client is being told of. */
  Optional<LiveResponse> told() {
    return byId.values().stream().filter(r -> r.isCreated() && !r.isOutOfBand()).findFirst();
  }

  /** How many are not over, at the wire or in the call. */
  int size() {
    return Math.max(byId.size(), byEpoch.size());
  }

  /** The client knows that it is over; its call may still have to say so. */
  void remove(LiveResponse response) {
    byId.remove(response.id());
  }

  /** The call is done with it, too. */
  void forget(Epoch epoch) {
    byEpoch.remove(epoch);
  }
}
