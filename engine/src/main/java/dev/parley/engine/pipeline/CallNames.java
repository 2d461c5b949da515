package dev.parley.engine.pipeline;

import java.util.Set;
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

  private final Set<String> given = ConcurrentHashMap.newKeySet();

  private CallNames() {}

  static CallNames of(ActorSystem<?> system) {
    return Id.INSTANCE.apply(system);
  }

  /** A name that no other call of the system has. */
  String next(String call) {
    String name = call;
    for (int n = 2; !given.add(name); n++) {
      name = call + "-" + n;
    }
    return name;
  }
}
