package dev.parley.server;

import java.nio.charset.StandardCharsets;

/** Writes the metrics page. Safe for any thread. */
@FunctionalInterface
public interface MetricsPage {

  /**
   * The page.
   *
   * @param contentType what its bytes are
   */
  @SuppressWarnings("ArrayRecordComponent") // written once, read once
  record Page(String contentType, byte[] body) {}

  /** The page, as far as possible in a format of the request's {@code Accept} header. */
  Page write(String accept);

  /** An empty page. */
  static MetricsPage none() {
    return accept -> new Page("text/plain; charset=utf-8", "".getBytes(StandardCharsets.UTF_8));
  }
}
