package dev.parley.server.auth;

/**
 * How much of something may be held.
 *
 * @param count of client secrets
 * @param chars of the sessions bound to them, in JSON
 */
public record Share(int count, long chars) {

  public Share {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, got " + count);
    }
    if (chars < 1) {
      throw new IllegalArgumentException("chars must be at least 1, got " + chars);
    }
  }
}
