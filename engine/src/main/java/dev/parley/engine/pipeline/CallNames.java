package dev.parley.engine.pipeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Extension;
import org.apache.pekko.actor.typed.ExtensionId;

/** Gives the calls of one actor system names that differ: support, support-2, support-3. */
final class CallNames implements Extension {

  /** How the system finds its own. */
  static final class Id extends ExtensionId<CallNames> {
    private static final Id INSTANCE = new Id();

    @Override
    public CallNames createExtension(ActorSystem<?> system) {
      return new CallNames();
    }
  }

  private final Map<String, Long> given = new ConcurrentHashMap<>();

  private CallNames() {}

  static CallNames of(ActorSystem<?> system) {
    return Id.INSTANCE.apply(system);
  }

  /** A name that no other call of the system has. */
  String next(String call) {
    long n = given.merge(call, 1L, Long::sum);
    return n == 1 ? call : call + "-" + n;
  }
}
