package dev.parley.server;

import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.engine.telemetry.NodeTelemetry;
import dev.parley.engine.telemetry.Telemetry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/**
 * What a {@link RealtimeServer} is made of.
 *
 * @param models who answers
 * @param detectors how it hears speech begin and stop
 * @param tools what it carries out itself
 * @param recorders who records sessions
 * @param telemetry is told what happens in the calls
 * @param node is told what happens beside them
 * @param metrics the page at {@code /metrics}
 * @param annexes what else it does on its port
 * @param wallClock what expiry times are told by
 * @param random makes keys and ids
 */
public record ServerParts(
    Models models,
    SpeechDetectors detectors,
    ServerTools tools,
    ServerRecorders recorders,
    Telemetry telemetry,
    NodeTelemetry node,
    MetricsPage metrics,
    List<Annex.Builder> annexes,
    InstantSource wallClock,
    SecureRandom random) {

  public ServerParts {
    annexes = List.copyOf(annexes);
  }

  /** These models and this detector, with nobody listening and no metrics. */
  public static ServerParts of(Models models, SpeechDetectors detectors) {
    return new ServerParts(
        models,
        detectors,
        ServerTools.none(),
        ServerRecorders.none(),
        Telemetry.none(),
        NodeTelemetry.none(),
        MetricsPage.none(),
        List.of(),
        InstantSource.system(),
        new SecureRandom());
  }

  public ServerParts withTelemetry(Telemetry calls, NodeTelemetry beside) {
    return new ServerParts(
        models, detectors, tools, recorders, calls, beside, metrics, annexes, wallClock, random);
  }

  public ServerParts withMetrics(MetricsPage page) {
    return new ServerParts(
        models, detectors, tools, recorders, telemetry, node, page, annexes, wallClock, random);
  }

  public ServerParts withWallClock(InstantSource clock) {
    return new ServerParts(
        models, detectors, tools, recorders, telemetry, node, metrics, annexes, clock, random);
  }

  public ServerParts withTools(ServerTools other) {
    return new ServerParts(
        models, detectors, other, recorders, telemetry, node, metrics, annexes, wallClock, random);
  }

  public ServerParts withAnnexes(List<Annex.Builder> others) {
    return new ServerParts(
        models, detectors, tools, recorders, telemetry, node, metrics, others, wallClock, random);
  }

  public ServerParts withRecorders(ServerRecorders others) {
    return new ServerParts(
        models, detectors, tools, others, telemetry, node, metrics, annexes, wallClock, random);
  }
}
