package dev.parley.engine.script;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The replies that a session is making, of all lanes. They think and call tools side by side. Those
 * that the caller listens to, of the lanes MAIN and SAY, speak one after the other: a caller has
 * one pair of ears. Those beside the conversation (SIDE) are for somebody else, so they wait for
 * nobody: their frames go out in turns with the others. One owner.
 */
final class Replies {

  private final Map<Epoch, Reply> replies = new LinkedHashMap<>();
  private final Map<Epoch.Lane, Long> highest = new EnumMap<>(Epoch.Lane.class);
  private @Nullable Reply speaker;
  private boolean sideIsNext;

  /** Whether an epoch has been here, now or before. Within a lane they only ascend. */
  boolean knows(Epoch epoch) {
    return epoch.n() <= highest.getOrDefault(epoch.lane(), 0L);
  }

  /** Takes a new reply in. */
  void add(Reply reply) {
    highest.put(reply.epoch().lane(), reply.epoch().n());
    replies.put(reply.epoch(), reply);
  }

  /** The reply, if it is still being made. */
  Optional<Reply> get(Epoch epoch) {
    return Optional.ofNullable(replies.get(epoch));
  }

  /** All that are being made. */
  Collection<Reply> all() {
    return replies.values();
  }

  /** Drops a reply with all its frames. Says whether it was being made. */
  boolean cancel(Epoch epoch) {
    Reply gone = replies.remove(epoch);
    if (gone != null && gone == speaker) {
      speaker = null;
    }
    return gone != null;
  }

  /** The next frame of any reply, or null if none is ready. */
  @Nullable Outbound poll() {
    boolean side = sideIsNext;
    sideIsNext = !side;
    Outbound frame = side ? pollSide() : pollConversation();
    return frame != null ? frame : side ? pollConversation() : pollSide();
  }

  private @Nullable Outbound pollConversation() {
    for (Reply reply : replies.values()) {
      boolean waits = speaker != null && (reply == speaker || reply.wantsTheFloor());
      Outbound frame = isBeside(reply) || waits ? null : poll(reply);
      if (frame != null) {
        return frame;
      }
    }
    return speaker == null ? null : poll(speaker);
  }

  private @Nullable Outbound pollSide() {
    for (Reply reply : replies.values()) {
      Outbound frame = isBeside(reply) ? poll(reply) : null;
      if (frame != null) {
        putBehindTheOthers(reply);
        return frame;
      }
    }
    return null;
  }

  private void putBehindTheOthers(Reply reply) {
    if (replies.remove(reply.epoch(), reply)) { // unless that was its last frame
      replies.put(reply.epoch(), reply);
    }
  }

  private @Nullable Outbound poll(Reply reply) {
    if (!isBeside(reply) && reply.wantsTheFloor()) {
      speaker = reply;
    }
    Outbound frame = reply.poll();
    if (reply.isOver()) {
      cancel(reply.epoch());
    }
    return frame;
  }

  private static boolean isBeside(Reply reply) {
    return reply.epoch().lane() == Epoch.Lane.SIDE;
  }
}
