package dev.parley.wire.json;

import dev.parley.wire.error.WireError;
import dev.parley.wire.error.WireException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a client and the path to it. Each method reads one field, and throws a {@link
 * WireException} that names the field if it is not what it must be. Methods that return an {@link
 * Optional} take null for absent. Immutable.
 */
public final class JsonIn {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final String path;
  private final Map<String, Object> fields;

  JsonIn(String path, Map<String, Object> fields) {
    this.path = path;
    this.fields = fields;
  }

  /** The path of a field of this object, as errors name it. */
  public String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The same object, which errors call by this path. */
  public JsonIn at(String newPath) {
    return new JsonIn(newPath, fields);
  }

  public boolean has(String name) {
    return fields.containsKey(name);
  }

  public boolean isNull(String name) {
    return fields.get(name) == JsonTree.NULL;
  }

  public boolean isText(String name) {
    return fields.get(name) instanceof String;
  }

  /** Refuses fields that are not among these. */
  public JsonIn only(Collection<String> known) {
    for (String name : fields.keySet()) {
      if (!known.contains(name)) {
        throw new WireException(WireError.unknownParameter(path(name)));
      }
    }
    return this;
  }

  /** Refuses these fields of the beta API. */
  public JsonIn none(Collection<String> beta) {
    for (String name : fields.keySet()) {
      if (beta.contains(name)) {
        throw new WireException(WireError.betaShape(path(name)));
      }
    }
    return this;
  }

  /** What the field says, or else what holds now. */
  public <T> T or(String name, T now, Function<String, T> reader) {
    return has(name) ? reader.apply(name) : now;
  }

  /** What the field says, nothing if it is null, or else what holds now. */
  public <T> Optional<T> orClear(String name, Optional<T> now, Function<String, T> reader) {
    return has(name) ? given(name, reader) : now;
  }

  /** What the field says, if it is there and not null. */
  public <T> Optional<T> given(String name, Function<String, T> reader) {
    return has(name) && !isNull(name) ? Optional.of(reader.apply(name)) : Optional.empty();
  }

  public String text(String name) {
    return need(name, String.class, "a string");
  }

  /** Text of at most so many bytes in UTF-8. */
  public String text(String name, int maxBytes) {
    String text = text(name);
    if (Unicode.utf8Length(text) > maxBytes) {
      throw new WireException(WireError.tooLong(path(name), maxBytes));
    }
    return text;
  }

  /** Text of one line: without control characters, so that it can stand in a log. */
  public String line(String name, int maxBytes) {
    String line = text(name, maxBytes);
    if (line.chars().anyMatch(Character::isISOControl)) {
      throw refuse(name, "Invalid '%s': control characters are not allowed.");
    }
    return line;
  }

  /** An id that a client chose or repeats. */
  public String id(String name) {
    String id = text(name);
    if (!ID.matcher(id).matches()) {
      throw refuse(name, "Invalid '%s': use 1 to 64 letters, digits, '_' or '-'.");
    }
    return id;
  }

  public boolean bool(String name) {
    return need(name, Boolean.class, "a boolean");
  }

  public int integer(String name, int min, int max) {
    Object value = some(name);
    if (value instanceof Double number && number == Math.rint(number)) {
      value = number.longValue(); // 20.0 is an integer in JSON; beyond 64 bits it becomes the limit
    }
    if (!(value instanceof Long number)) {
      throw wrongType(name, "an integer", value);
    }
    if (number < min || number > max) {
      throw refuse(name, "Invalid '%s': expected an integer from " + min + " to " + max + ".");
    }
    return number.intValue();
  }

  public double number(String name, double min, double max) {
    double number = need(name, Number.class, "a number").doubleValue();
    if (!(number >= min && number <= max)) {
      throw refuse(name, "Invalid '%s': expected a number from " + min + " to " + max + ".");
    }
    return number;
  }

  /** One of the words of an enum. */
  public <E extends Choice> E choice(String name, E[] values) {
    String word = text(name);
    List<String> words = new ArrayList<>();
    for (E value : values) {
      if (value.word().equals(word)) {
        return value;
      }
      words.add(value.word());
    }
    throw new WireException(WireError.unsupportedValue(path(name), word, words));
  }

  public JsonIn object(String name) {
    return asObject(path(name), some(name));
  }

  public List<JsonIn> objects(String name, int most) {
    List<?> values = list(name, most);
    List<JsonIn> objects = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      objects.add(asObject(path(name) + "[" + i + "]", values.get(i)));
    }
    return Collections.unmodifiableList(objects);
  }

  public List<String> texts(String name, int most) {
    List<String> texts = new ArrayList<>();
    for (Object value : list(name, most)) {
      if (!(value instanceof String text)) {
        throw wrongType(name + "[" + texts.size() + "]", "a string", value);
      }
      texts.add(text);
    }
    return Collections.unmodifiableList(texts);
  }

  /** An object that we do not look into. */
  public RawJson raw(String name, int maxBytes) {
    RawJson raw = need(name, RawJson.class, "an object");
    if (Unicode.utf8Length(raw.text()) > maxBytes) {
      throw new WireException(WireError.tooLong(path(name), maxBytes));
    }
    return raw;
  }

  /** The names of the fields, in their order. */
  public List<String> names() {
    return List.copyOf(fields.keySet());
  }

  /** Makes the error for a field whose value is wrong; {@code %s} in the sentence is its path. */
  public WireException refuse(String name, String sentence) {
    String at = path(name);
    return new WireException(WireError.invalidValue(at, sentence.replace("%s", at)));
  }

  Map<String, Object> fields() {
    return Collections.unmodifiableMap(fields);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonIn that && path.equals(that.path) && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return "JsonIn[" + path + ", " + fields.size() + " fields]";
  }

  private List<?> list(String name, int most) {
    List<?> values = need(name, List.class, "an array");
    if (values.size() > most) {
      throw refuse(name, "Invalid '%s': at most " + most + " are allowed.");
    }
    return values;
  }

  private <T> T need(String name, Class<T> type, String expected) {
    Object value = some(name);
    if (!type.isInstance(value)) {
      throw wrongType(name, expected, value);
    }
    return type.cast(value);
  }

  private Object some(String name) {
    Object value = fields.get(name);
    if (value == null) {
      throw new WireException(WireError.missingParameter(path(name)));
    }
    return value;
  }

  @SuppressWarnings("unchecked") // maps of a JsonTree have names for keys
  private JsonIn asObject(String at, Object value) {
    return switch (value) {
      case Map<?, ?> map -> new JsonIn(at, (Map<String, Object>) map);
      case RawJson raw -> Json.read(raw.text()).orThrow().at(at);
      default -> throw new WireException(WireError.invalidType(at, "an object", kind(value)));
    };
  }

  private WireException wrongType(String name, String expected, @Nullable Object value) {
    return new WireException(WireError.invalidType(path(name), expected, kind(value)));
  }

  private static String kind(@Nullable Object value) {
    return switch (value) {
      case String text -> "a string";
      case Long number -> "an integer";
      case Double number -> "a decimal number";
      case Boolean truth -> "a boolean";
      case List<?> list -> "an array";
      case Map<?, ?> map -> "an object";
      case RawJson raw -> "an object";
      case null, default -> "null";
    };
  }
}
