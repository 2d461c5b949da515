package dev.parley.engine.stage;

/** A stage threw: carries its name, so that the call's end can be told where it came from. */
public final class StageFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String stage;

  public StageFailed(String stage, Throwable cause) {
    super(stage + " failed: " + cause.getClass().getSimpleName(), cause);
    this.stage = stage;
  }

  /** The stage, by its name in the plan. */
  public String stage() {
    return stage;
  }
}
