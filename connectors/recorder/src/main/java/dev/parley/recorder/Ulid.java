package dev.parley.recorder;

import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names that sort by time: 48 bits of milliseconds and 80 random ones, in 26 letters of Crockford's
 * base 32. See <a href="https://github.com/ulid/spec">the specification</a>.
 */
final class Ulid {

  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern SHAPE = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");
  private static final int TIME = 10;
  private static final int RANDOM = 16;

  private Ulid() {}

  static String of(Instant made, RandomGenerator random) {
    char[] name = new char[TIME + RANDOM];
    long millis = made.toEpochMilli();
    for (int i = TIME - 1; i >= 0; i--) {
      name[i] = LETTERS.charAt((int) (millis & 31));
      millis >>>= 5;
    }
    for (int i = TIME; i < name.length; i++) {
      name[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
    }
    return new String(name);
  }

  static boolean is(String name) {
    return SHAPE.matcher(name).matches();
  }

  /** When the thing of this name was made. */
  static Instant made(String name) {
    long millis = 0;
    for (int i = 0; i < TIME; i++) {
      millis = millis << 5 | LETTERS.indexOf(name.charAt(i));
    }
    return Instant.ofEpochMilli(millis);
  }
}
