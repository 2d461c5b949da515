package dev.parley.app.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which values a setting may have, how they are read and written.
 *
 * @param <T> what they are
 */
public final class Kind<T> {

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern BARE = Pattern.compile("[0-9.]+");

  private final String must;
  private final Function<Given, Optional<T>> reader;
  private final Function<T, String> writer;
  private final boolean secret;

  private Kind(String must, Function<Given, Optional<T>> reader, Function<T, String> writer) {
    this(must, reader, writer, /* secret= */ false);
  }

  private Kind(
      String must,
      Function<Given, Optional<T>> reader,
      Function<T, String> writer,
      boolean secret) {
    this.must = must;
    this.reader = reader;
    this.writer = writer;
    this.secret = secret;
  }

  /** What a value must be, for people: goes behind "must be". */
  public String must() {
    return must;
  }

  /** Empty if the value is not of this kind. */
  Optional<T> read(Given given) {
    return reader.apply(given);
  }

  String write(T value) {
    return writer.apply(value);
  }

  /** Whether a value must be neither shown nor repeated. */
  boolean isSecret() {
    return secret;
  }

  static Kind<Integer> whole(int least, int most) {
    return new Kind<>(
        "a whole number from " + least + " to " + most,
        given ->
            given
                .text()
                .filter(text -> WHOLE.matcher(text).matches())
                .map(Long::valueOf)
                .filter(number -> number >= least && number <= most)
                .map(Long::intValue),
        Object::toString);
  }

  /** A number of bytes. */
  static Kind<Long> bytes(long least, long most) {
    return new Kind<>(
        "a size from " + Units.bytes(least) + " to " + Units.bytes(most) + ", such as 64KiB",
        given ->
            given
                .text()
                .flatMap(text -> size(given.value()))
                .filter(n -> n.compareTo(BigInteger.valueOf(least)) >= 0)
                .filter(n -> n.compareTo(BigInteger.valueOf(most)) <= 0)
                .map(BigInteger::longValueExact),
        Units::bytes);
  }

  static Kind<Duration> duration(Duration least, Duration most) {
    return new Kind<>(
        "a time from "
            + Units.duration(least)
            + " to "
            + Units.duration(most)
            + " with its unit, such as 500ms, 30s or 10m",
        given ->
            given
                .text()
                .filter(text -> !BARE.matcher(text).matches())
                .flatMap(text -> span(given.value()))
                .filter(span -> span.compareTo(least) >= 0 && span.compareTo(most) <= 0),
        Units::duration);
  }

  static Kind<Boolean> flag() {
    return new Kind<>(
        "true or false",
        given ->
            given
                .text()
                .filter(text -> text.equals("true") || text.equals("false"))
                .map(Boolean::valueOf),
        Object::toString);
  }

  static Kind<String> text(String must) {
    return new Kind<>(
        must, given -> given.text().filter(text -> !text.isEmpty()), ConfigUtil::quoteString);
  }

  static Kind<String> oneOf(String... names) {
    List<String> known = List.of(names);
    return new Kind<>(
        "one of " + String.join(", ", known),
        given -> given.text().filter(known::contains),
        s -> s);
  }

  /** A text or nothing. */
  static Kind<Optional<String>> maybe(String must) {
    return new Kind<>(
        must,
        given -> given.text().flatMap(text -> Optional.of(some(text))),
        value -> ConfigUtil.quoteString(value.orElse("")));
  }

  /** A file or nothing; relative to the folder of the file that names it. */
  static Kind<Optional<Path>> file() {
    return new Kind<>(
        "a path",
        given -> given.text().flatMap(text -> path(text, given.source().folder())),
        value -> ConfigUtil.quoteString(value.map(Path::toString).orElse("")));
  }

  /** Any number of texts; in one text, with commas between them. */
  static Kind<List<String>> texts(String must) {
    return new Kind<>(
        must,
        given -> {
          if (given.value().valueType() != ConfigValueType.LIST) {
            return given.text().map(Kind::split);
          }
          List<String> all = new ArrayList<>();
          for (ConfigValue each : list(given.value())) {
            Optional<String> text = new Given(each, given.source()).text();
            if (text.isEmpty()) {
              return Optional.empty();
            }
            all.add(text.get());
          }
          return Optional.of(List.copyOf(all));
        },
        values ->
            values.stream()
                .map(ConfigUtil::quoteString)
                .collect(Collectors.joining(", ", "[", "]")));
  }

  /** Secrets, or files that hold them; none are written as such. */
  static Kind<List<Secret>> secrets(String must) {
    return new Kind<>(
        must,
        given -> texts(must).read(given).map(all -> all.stream().map(Secret::new).toList()),
        secrets -> secrets.isEmpty() ? "[]" : "hidden (" + secrets.size() + ")",
        /* secret= */ true);
  }

  /** Names with a text each. */
  static Kind<Map<String, String>> pairs(String must) {
    return new Kind<>(must, Pairs::read, Pairs::write);
  }

  private static ConfigList list(ConfigValue value) {
    return (ConfigList) value;
  }

  private static Optional<String> some(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static Optional<BigInteger> size(ConfigValue value) {
    try {
      return Optional.of(value.atKey("it").getMemorySize("it").toBytesBigInteger());
    } catch (ConfigException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> span(ConfigValue value) {
    try {
      return Optional.of(value.atKey("it").getDuration("it"));
    } catch (ConfigException | ArithmeticException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Optional<Path>> path(String text, Path folder) {
    try {
      return Optional.of(some(text).map(folder::resolve));
    } catch (InvalidPathException notOne) {
      return Optional.empty();
    }
  }
}
