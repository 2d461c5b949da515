package dev.parley.server.realtime;

import dev.parley.engine.session.SessionCommand;
import dev.parley.wire.session.SessionConfig;
import java.util.List;

/** Carries a change of a session's settings into its call. */
@FunctionalInterface
interface Tuning {

  /** The commands that make a call work by {@code after} in place of {@code before}. */
  List<SessionCommand> of(SessionConfig before, SessionConfig after);
}
