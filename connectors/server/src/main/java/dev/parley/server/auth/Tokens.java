package dev.parley.server.auth;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * Makes secrets: a prefix, 256 random bits as 43 letters and digits, and a checksum of 6.
 *
 * <p>Letters and digits only, so that a double click takes it whole and it fits into every header.
 * The checksum tells a key that was cut or mistyped from a wrong one, and helps scanners that look
 * for leaked keys.
 */
final class Tokens {

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
  private static final int RANDOM_BYTES = 32;
  private static final int BODY = 43; // 62^43 > 2^256
  private static final int CHECKSUM = 6; // 62^6 > 2^32

  private Tokens() {}

  static Secret make(String prefix, SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String body = prefix + digits(new BigInteger(1, bytes), BODY);
    return new Secret(body + checksum(body));
  }

  /** Whether it could have been made here with that prefix. */
  static boolean intact(String prefix, String text) {
    int body = prefix.length() + BODY;
    return text.startsWith(prefix)
        && text.length() == body + CHECKSUM
        && checksum(text.substring(0, body)).equals(text.substring(body));
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return digits(BigInteger.valueOf(crc.getValue()), CHECKSUM);
  }

  private static String digits(BigInteger number, int length) {
    char[] text = new char[length];
    BigInteger rest = number;
    for (int i = length - 1; i >= 0; i--) {
      BigInteger[] parts = rest.divideAndRemainder(BASE);
      text[i] = DIGITS.charAt(parts[1].intValue());
      rest = parts[0];
    }
    return new String(text);
  }
}
