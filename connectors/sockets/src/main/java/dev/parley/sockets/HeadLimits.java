package dev.parley.sockets;

/**
 * How large the head of the first request may be.
 *
 * @param bytes the whole head; also for requests that are no WebSocket's
 * @param uriBytes the request's target
 * @param headers how many
 * @param headerBytes a single header's value
 */
public record HeadLimits(int bytes, int uriBytes, int headers, int headerBytes) {

  private static final HeadLimits DEFAULTS = new HeadLimits(16 * 1024, 2 * 1024, 32, 4 * 1024);

  public HeadLimits {
    Check.range("head.bytes", bytes, 256, 1 << 20);
    Check.range("head.uriBytes", uriBytes, 16, bytes);
    Check.range("head.headers", headers, 4, 1_000);
    Check.range("head.headerBytes", headerBytes, 64, bytes);
  }

  /** 16 kB, of which the URI 2 kB; 32 headers of 4 kB. */
  public static HeadLimits defaults() {
    return DEFAULTS;
  }

  public HeadLimits withBytes(int other) {
    return new HeadLimits(other, Math.min(uriBytes, other), headers, Math.min(headerBytes, other));
  }

  public HeadLimits withUriBytes(int other) {
    return new HeadLimits(bytes, other, headers, headerBytes);
  }

  public HeadLimits withHeaders(int other) {
    return new HeadLimits(bytes, uriBytes, other, headerBytes);
  }

  public HeadLimits withHeaderBytes(int other) {
    return new HeadLimits(bytes, uriBytes, headers, other);
  }
}
