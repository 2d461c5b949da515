package dev.parley.twilio.messages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Messages that something happened to. */
final class Mutant {

  private static final List<byte[]> SEEDS =
      List.of(
          MessageWriter.write(new FromTwilio.Connected("Call", "1.0.0")),
          MessageWriter.write(
              new FromTwilio.Start(1, "MZ1", "CA1", "AC1", Map.of("a", "b", "c", "ü"))),
          MessageWriter.write(
              new FromTwilio.Media(2, "MZ1", FromTwilio.Track.INBOUND, 1, 20, new byte[160])),
          MessageWriter.write(new FromTwilio.Mark(3, "MZ1", "parley-1")),
          MessageWriter.write(new FromTwilio.Dtmf(4, "MZ1", '#')),
          MessageWriter.write(new FromTwilio.Stop(5, "MZ1", "CA1")),
          MessageWriter.write(new ToTwilio.Media("MZ1", new byte[160])),
          MessageWriter.write(new ToTwilio.Mark("MZ1", "x")),
          MessageWriter.write(new ToTwilio.Clear("MZ1")));

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "null",
          "true",
          "-1",
          "1e999",
          "\\u0000",
          "\\ud800",
          "999999999999999999999",
          "\"event\":\"media\"",
          "{\"a\":{\"a\":{\"a\":",
          "\u0000",
          "=");

  private Mutant() {}

  static byte[] of(RandomGenerator random) {
    byte[] message = SEEDS.get(random.nextInt(SEEDS.size())).clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      message = mutated(message, random);
    }
    return message;
  }

  private static byte[] mutated(byte[] message, RandomGenerator random) {
    if (message.length == 0) {
      return message;
    }
    int at = random.nextInt(message.length);
    switch (random.nextInt(5)) {
      case 0 -> message[at] = (byte) random.nextInt(256);
      case 1 -> {
        return Arrays.copyOf(message, at);
      }
      case 2 -> {
        return joined(message, at, PIECES.get(random.nextInt(PIECES.size())), at);
      }
      case 3 -> {
        return joined(message, at, "", Math.min(message.length, at + random.nextInt(30)));
      }
      default -> {
        byte[] other = SEEDS.get(random.nextInt(SEEDS.size()));
        int from = random.nextInt(other.length);
        byte[] tail = Arrays.copyOfRange(other, from, other.length);
        byte[] both = Arrays.copyOf(message, at + tail.length);
        System.arraycopy(tail, 0, both, at, tail.length);
        return both;
      }
    }
    return message;
  }

  private static byte[] joined(byte[] message, int until, String piece, int from) {
    byte[] middle = piece.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[until + middle.length + message.length - from];
    System.arraycopy(message, 0, all, 0, until);
    System.arraycopy(middle, 0, all, until, middle.length);
    System.arraycopy(message, from, all, until + middle.length, message.length - from);
    return all;
  }
}
