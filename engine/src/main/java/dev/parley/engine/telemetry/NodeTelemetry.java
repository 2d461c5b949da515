package dev.parley.engine.telemetry;

/** Takes what a node tells about itself. Safe for any thread, quick, and never throws. */
@FunctionalInterface
public interface NodeTelemetry {
  void record(NodeEvent event);

  static NodeTelemetry none() {
    return event -> {};
  }
}
