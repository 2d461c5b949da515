package dev.parley.server;

import dev.parley.engine.telemetry.NodeEvent;
import dev.parley.engine.telemetry.NodeTelemetry;
import dev.parley.sockets.Refusal;
import dev.parley.sockets.SocketWatch;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What happens at the sockets, for the node's metrics. */
record NodeWatch(NodeTelemetry node, RefusalLog refusals) implements SocketWatch {

  @Override
  public void opened(String path) {
    node.record(new NodeEvent.Connected());
  }

  @Override
  public void closed(int code, Duration lasted) {
    node.record(new NodeEvent.Disconnected(code));
  }

  @Override
  public void refused(Refusal reason) {
    if (reason != Refusal.BY_APPLICATION) { // which tells of it in its own words
      String word = reason.name().toLowerCase(Locale.ROOT);
      node.record(new NodeEvent.TurnedAway(status(reason), word));
      refusals.note(status(reason), word, Optional.empty());
    }
  }

  @Override
  public void loopFreed(String dispatcher, Duration blocked) {
    node.record(new NodeEvent.Blocked(dispatcher, blocked));
  }

  private static int status(Refusal reason) {
    return switch (reason) {
      case TOO_MANY, NO_ANSWER -> 503;
      case TOO_MANY_OF_ADDRESS -> 429;
      case HEAD_TOO_SLOW -> 408;
      case HEAD_TOO_LARGE -> 431;
      case BAD_UPGRADE, NOT_ENCRYPTED -> 400;
      case BY_APPLICATION -> 403;
    };
  }
}
