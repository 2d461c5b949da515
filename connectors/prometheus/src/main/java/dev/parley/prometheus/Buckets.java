package dev.parley.prometheus;

/** Where the buckets of histograms end, in seconds. */
@SuppressWarnings("ImmutableEnumChecker") // the arrays are never handed out
enum Buckets {
  /** For what is no histogram. */
  NONE,
  /** A turn's spans: fine where people begin to notice, and where the engine's own work lies. */
  SPANS(
      0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 1.5, 2, 3, 5,
      10, 30),
  /** Whole calls. */
  CALLS(1, 5, 15, 60, 300, 900, 1800, 3600),
  /** A thread that stands still. */
  BLOCKS(0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10);

  private final double[] ends;

  Buckets(double... ends) {
    this.ends = ends;
  }

  double[] ends() {
    return ends.clone();
  }
}
