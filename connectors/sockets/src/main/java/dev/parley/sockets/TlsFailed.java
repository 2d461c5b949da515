package dev.parley.sockets;

/** A certificate or key cannot be used; the message is one sentence that says which and why. */
public final class TlsFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  TlsFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
