package dev.parley.wire.error;

/**
 * The readers' way out of a nested value that is wrong. Never leaves the codec: {@link
 * Checked#check} turns it into {@link Checked.Bad}. It has no stack trace, for a client must not be
 * able to make us collect them.
 */
public final class WireException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient WireError error;

  public WireException(WireError error) {
    super(error.message(), null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    this.error = error;
  }

  public WireError error() {
    return error;
  }
}
