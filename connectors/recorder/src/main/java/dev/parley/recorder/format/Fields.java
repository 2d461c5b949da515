package dev.parley.recorder.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, in their order. What is read from it is there and of the right
 * kind, or an {@link IllegalArgumentException} says in one sentence what is wrong. One owner.
 */
public final class Fields {

  private final Map<String, Object> members = new LinkedHashMap<>();

  /** One member, to begin with. */
  public static Fields of(String name, Object value) {
    return new Fields().put(name, value);
  }

  /**
   * Adds a member.
   *
   * @param value a text, number, boolean, {@code Fields}, or a list of these
   */
  public Fields put(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** Adds a member if there is a value. */
  public Fields put(String name, Optional<?> value) {
    value.ifPresent(there -> members.put(name, there));
    return this;
  }

  /** Adds all members of another object. */
  public Fields putAll(Fields others) {
    members.putAll(others.members);
    return this;
  }

  public Map<String, Object> members() {
    return members;
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  public String text(String name) {
    return of(String.class, name, "a text");
  }

  public long number(String name) {
    return of(Long.class, name, "a whole number");
  }

  public int small(String name) {
    long value = number(name);
    if (value != (int) value) {
      throw new IllegalArgumentException("\"" + name + "\" is too large: " + value);
    }
    return (int) value;
  }

  public double real(String name) {
    return members.get(name) instanceof Long whole ? whole : of(Double.class, name, "a number");
  }

  public boolean flag(String name) {
    return of(Boolean.class, name, "true or false");
  }

  public Fields object(String name) {
    return of(Fields.class, name, "an object");
  }

  public List<?> list(String name) {
    return of(List.class, name, "a list");
  }

  public List<Fields> objects(String name) {
    return list(name).stream().map(each -> cast(Fields.class, each, name, "objects")).toList();
  }

  public List<String> texts(String name) {
    return list(name).stream().map(each -> cast(String.class, each, name, "texts")).toList();
  }

  public <E extends Enum<E>> E one(Class<E> kind, String name) {
    String text = text(name);
    for (E each : kind.getEnumConstants()) {
      if (each.name().equals(text)) {
        return each;
      }
    }
    throw new IllegalArgumentException("\"" + name + "\" cannot be \"" + shown(text) + "\"");
  }

  /** What a member says, where it is there. */
  public <T> Optional<T> maybe(String name, Function<String, ? extends T> read) {
    return has(name) ? Optional.of(read.apply(name)) : Optional.empty();
  }

  /** A text of a stranger's, as far as it fits into a sentence. */
  static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= 40 ? line : line.substring(0, 40) + "...";
  }

  private <T> T of(Class<T> kind, String name, String called) {
    return cast(kind, members.get(name), name, called);
  }

  private static <T> T cast(Class<T> kind, @Nullable Object value, String name, String called) {
    if (!kind.isInstance(value)) {
      throw new IllegalArgumentException(
          value == null ? "\"" + name + "\" is missing" : "\"" + name + "\" must be " + called);
    }
    return kind.cast(value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fields that && members.equals(that.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  /** Tells the names only: what they hold does not belong in a log. */
  @Override
  public String toString() {
    return "Fields" + members.keySet();
  }
}
