package dev.parley.server.auth;

import dev.parley.server.limit.Refusal;
import java.util.Optional;

/** What {@link Authenticator#admit} says. */
public sealed interface Outcome {

  /**
   * Come in.
   *
   * @param principal who it is
   * @param session what it may open, if it came with a client secret
   */
  record Admitted(Principal principal, Optional<BoundSession> session) implements Outcome {}

  /** Stay out: 401, 403 or 429, to be answered before the upgrade. */
  record Denied(Refusal refusal) implements Outcome {}
}
