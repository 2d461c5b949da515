package dev.parley.engine.playout;

import dev.parley.engine.frame.Epoch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which replies may pass: an epoch from its start until it is cut or has drained, and no other.
 *
 * <p>The epochs of a lane start in ascending order and never twice. So one number a lane, the
 * highest that was ever opened or revoked, keeps out the late frames of all past replies, in
 * constant memory.
 */
final class Admission {

  private final Set<Epoch> open = new LinkedHashSet<>();
  private final Map<Epoch.Lane, Long> highest = new EnumMap<>(Epoch.Lane.class);

  /** Lets an epoch pass from now on, unless its time is over. */
  boolean open(Epoch epoch) {
    if (epoch.n() <= highest.getOrDefault(epoch.lane(), 0L)) {
      return false;
    }
    highest.put(epoch.lane(), epoch.n());
    return open.add(epoch);
  }

  boolean admits(Epoch epoch) {
    return open.contains(epoch);
  }

  /** The epoch has drained. */
  void close(Epoch epoch) {
    open.remove(epoch);
  }

  /**
   * Revokes a lane's epochs up to a number, those included that have not started yet.
   *
   * @return the ones that were open
   */
  List<Epoch> revoke(Epoch.Lane lane, long upTo) {
    highest.merge(lane, upTo, Math::max);
    List<Epoch> revoked = new ArrayList<>();
    for (Iterator<Epoch> i = open.iterator(); i.hasNext(); ) {
      Epoch epoch = i.next();
      if (epoch.lane() == lane && epoch.n() <= upTo) {
        i.remove();
        revoked.add(epoch);
      }
    }
    return revoked;
  }
}
