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
 * <p>One number a lane, the highest that was ever revoked, keeps out the late frames of all replies
 * that were cut, whether they had started or not. Replies that have drained, or were cut one by
 * one, are remembered for a while; whoever is as late as the {@value #REMEMBERED} replies since
 * would have to begin anew, which nobody does.
 */
final class Admission {

  private static final int REMEMBERED = 256;

  private final Set<Epoch> open = new LinkedHashSet<>();
  private final Set<Epoch> over = new LinkedHashSet<>();
  private final Map<Epoch.Lane, Long> revoked = new EnumMap<>(Epoch.Lane.class);

  /** Lets an epoch pass from now on, unless its time is over. */
  boolean open(Epoch epoch) {
    boolean late = epoch.n() <= revoked.getOrDefault(epoch.lane(), 0L) || over.contains(epoch);
    return !late && open.add(epoch);
  }

  boolean admits(Epoch epoch) {
    return open.contains(epoch);
  }

  /** The epoch has drained. */
  void close(Epoch epoch) {
    if (open.remove(epoch)) {
      remember(epoch);
    }
  }

  /**
   * Revokes a lane's epochs up to a number, those included that have not started yet.
   *
   * @return the ones that were open
   */
  List<Epoch> revoke(Epoch.Lane lane, long upTo) {
    revoked.merge(lane, upTo, Math::max);
    List<Epoch> cut = new ArrayList<>();
    for (Iterator<Epoch> i = open.iterator(); i.hasNext(); ) {
      Epoch epoch = i.next();
      if (epoch.lane() == lane && epoch.n() <= upTo) {
        i.remove();
        cut.add(epoch);
      }
    }
    return cut;
  }

  /**
   * Revokes one epoch, whether it has started or not.
   *
   * @return whether it was open
   */
  boolean revoke(Epoch epoch) {
    boolean wasOpen = open.remove(epoch);
    remember(epoch);
    return wasOpen;
  }

  private void remember(Epoch epoch) {
    if (over.add(epoch) && over.size() > REMEMBERED) {
      over.remove(over.iterator().next());
    }
  }
}
