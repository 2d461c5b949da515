package dev.parley.twilio.door;

/**
 * The numbers of a stream's messages: which are new, which came twice, and how many never came. One
 * owner.
 */
final class Sequence {

  private static final int WINDOW = Long.SIZE;

  private long highest;
  private long seen; // bit n: whether highest - n came
  private long missing;

  /** Whether a message is new. What lies more than 64 messages back counts as come already. */
  boolean isNew(long number) {
    if (number > highest) {
      long step = number - highest;
      missing += step - 1;
      seen = step < WINDOW ? seen << step : 0;
      seen |= 1;
      highest = number;
      return true;
    }
    long back = highest - number;
    if (back >= WINDOW || (seen & (1L << back)) != 0 || number < 1) {
      return false;
    }
    seen |= 1L << back;
    missing--;
    return true;
  }

  /** How many numbers were passed over and have not come since. */
  long missing() {
    return missing;
  }
}
