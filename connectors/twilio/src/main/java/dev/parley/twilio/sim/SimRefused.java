package dev.parley.twilio.sim;

/** The server refused a webhook or a WebSocket. */
public final class SimRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  SimRefused(int status, String why) {
    super("the server answered " + status + ": " + why.strip());
    this.status = status;
  }

  /** Of HTTP. */
  public int status() {
    return status;
  }
}
