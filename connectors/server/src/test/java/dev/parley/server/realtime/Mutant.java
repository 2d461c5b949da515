package dev.parley.server.realtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Spoils good frames: cut, swapped, doubled, of wrong types, huge, deep, or not text at all. */
final class Mutant {

  private static final String[] WRONG = {
    "null",
    "true",
    "-1",
    "1e999",
    "99999999999999999999999999",
    "0.0000001",
    "\"\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "[]",
    "{}",
    "[[[]]]",
    "\"root\"",
    "NaN"
  };

  private final RandomGenerator random;

  Mutant(RandomGenerator random) {
    this.random = random;
  }

  byte[] of(String json) {
    byte[] good = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(10)) {
      case 0 -> Arrays.copyOf(good, random.nextInt(good.length));
      case 1 -> swapped(good);
      case 2 -> flipped(good);
      case 3 -> twice(new String(good, StandardCharsets.UTF_8));
      case 4, 5, 6 -> wrongType(new String(good, StandardCharsets.UTF_8));
      case 7 -> deep(new String(good, StandardCharsets.UTF_8));
      case 8 -> noise();
      default -> joined(good, good);
    };
  }

  private byte[] swapped(byte[] good) {
    byte[] bad = good.clone();
    int a = random.nextInt(bad.length);
    int b = random.nextInt(bad.length);
    bad[a] = good[b];
    bad[b] = good[a];
    return bad;
  }

  private byte[] flipped(byte[] good) {
    byte[] bad = good.clone();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bad;
  }

  /** A member twice, one of them in another type. */
  private byte[] twice(String good) {
    String key = key(good);
    return utf8("{" + key + ":" + wrong() + "," + good.substring(1));
  }

  /** Another value behind one of the keys. */
  private byte[] wrongType(String good) {
    int colon = colon(good);
    int end = colon + 1;
    int depth = 0;
    boolean text = false;
    while (end < good.length()) {
      char c = good.charAt(end);
      text ^= c == '"';
      if (!text && (c == ',' || c == '}') && depth == 0) {
        break;
      }
      depth += text ? 0 : c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      end++;
    }
    return utf8(good.substring(0, colon + 1) + wrong() + good.substring(end));
  }

  private byte[] deep(String good) {
    int levels = 1 + random.nextInt(5_000);
    return utf8(
        good.substring(0, good.length() - 1)
            + ",\"deep\":"
            + "[".repeat(levels)
            + (random.nextBoolean() ? "]".repeat(levels) : "")
            + "}");
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(one);
    out.writeBytes(other);
    return out.toByteArray();
  }

  private String wrong() {
    return switch (random.nextInt(20)) {
      case 0 -> "\"" + "x".repeat(random.nextInt(70_000)) + "\"";
      case 1 -> "9".repeat(1 + random.nextInt(2_000));
      default -> WRONG[random.nextInt(WRONG.length)];
    };
  }

  private int colon(String good) {
    int colon = good.indexOf("\":", random.nextInt(good.length()));
    return (colon < 0 ? good.indexOf("\":") : colon) + 1;
  }

  private String key(String good) {
    int colon = colon(good);
    return good.substring(good.lastIndexOf('"', colon - 2), colon);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
