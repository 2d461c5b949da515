package dev.parley.wire.session;

import dev.parley.wire.json.RawJson;
import java.util.Optional;

/** How a session is traced; cannot change once it is on. */
public sealed interface Tracing {

  /** With names of the server's choice. */
  record Auto() implements Tracing {}

  record Named(Optional<String> workflowName, Optional<String> groupId, Optional<RawJson> metadata)
      implements Tracing {}
}
