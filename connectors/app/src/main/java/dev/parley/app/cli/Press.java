package dev.parley.app.cli;

import dev.parley.twilio.sim.SimScript;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads {@code --press 4s=12#}: keys, and when they are pressed. */
final class Press {

  private static final Duration APART = Duration.ofMillis(250);
  private static final Pattern FORM = Pattern.compile("([^=]+)=([0-9*#A-D]{1,32})");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,5}(?:\\.[0-9]{1,3})?)(ms|s|m)");

  private Press() {}

  /** The keys, a quarter of a second apart. */
  static Stream<SimScript.Key> keys(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "--press: write TIME=KEYS such as 4s=12#; keys are 0-9, *, # and A-D, got " + text);
    }
    Duration first = time("--press", form.group(1));
    String keys = form.group(2);
    return IntStream.range(0, keys.length())
        .mapToObj(i -> new SimScript.Key(first.plus(APART.multipliedBy(i)), keys.charAt(i)));
  }

  /** A time such as 500ms, 1.5s or 2m. */
  static Duration time(String option, String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new IllegalArgumentException(
          option + ": write a time such as 500ms, 1.5s or 2m, got " + text);
    }
    double millis =
        switch (time.group(2)) {
          case "ms" -> 1;
          case "s" -> 1_000;
          default -> 60_000;
        };
    return Duration.ofMillis(Math.round(Double.parseDouble(time.group(1)) * millis));
  }
}
