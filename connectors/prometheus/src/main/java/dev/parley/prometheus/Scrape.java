package dev.parley.prometheus;

/**
 * All metrics at one time, as an answer to an HTTP request.
 *
 * @param contentType the header of that name
 * @param body belongs to whoever asked
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read once
public record Scrape(String contentType, byte[] body) {

  /** Tells the length only. */
  @Override
  public String toString() {
    return "Scrape[%s, %d bytes]".formatted(contentType, body.length);
  }
}
