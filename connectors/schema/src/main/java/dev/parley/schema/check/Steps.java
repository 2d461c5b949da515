package dev.parley.schema.check;

/** How much work a check may still do. Belongs to one thread. */
public final class Steps {

  private int left;

  public Steps(int most) {
    left = most;
  }

  /** Whether there was one more step to take. */
  public boolean take() {
    return --left >= 0;
  }

  /** Whether a step has been refused, or would be. */
  public boolean isSpent() {
    return left <= 0;
  }
}
