package dev.parley.server.realtime;

import java.util.random.RandomGenerator;

/**
 * Makes the ids of one session: a prefix that tells what it names, and 20 letters or digits. The
 * generator is given, so that a seeded one repeats itself. One owner.
 */
final class Ids {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 20;

  private final RandomGenerator random;

  Ids(RandomGenerator random) {
    this.random = random;
  }

  String event() {
    return next("event_");
  }

  String item() {
    return next("item_");
  }

  String response() {
    return next("resp_");
  }

  String conversation() {
    return next("conv_");
  }

  private String next(String prefix) {
    char[] id = new char[prefix.length() + LENGTH];
    prefix.getChars(0, prefix.length(), id, 0);
    long bits = 0;
    for (int i = 0; i < LENGTH; i++) {
      if (i % 10 == 0) {
        bits = random.nextLong() >>> 1; // ten letters take less than 60 bits
      }
      id[prefix.length() + i] = ALPHABET.charAt((int) (bits % ALPHABET.length()));
      bits /= ALPHABET.length();
    }
    return new String(id);
  }
}
