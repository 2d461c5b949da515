package dev.parley.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Writes the fields of JSON objects, in the order of the calls. For one thread. */
public final class JsonOut implements AutoCloseable {

  private final JsonGenerator json;

  JsonOut(JsonGenerator json) {
    this.json = json;
  }

  public void text(String name, String value) {
    run(
        () -> {
          json.writeFieldName(Unicode.wellFormed(name));
          json.writeString(Unicode.wellFormed(value));
        });
  }

  public void text(String name, Choice value) {
    text(name, value.word());
  }

  /** Leaves the field out when there is no value. */
  public void textIfAny(String name, Optional<String> value) {
    value.ifPresent(text -> text(name, text));
  }

  /** Writes null when there is no value. */
  public void textOrNull(String name, Optional<String> value) {
    value.ifPresentOrElse(text -> text(name, text), () -> none(name));
  }

  public void number(String name, long value) {
    run(() -> json.writeNumberField(name, value));
  }

  public void number(String name, double value) {
    run(() -> json.writeNumberField(name, value));
  }

  public void numberOrNull(String name, OptionalInt value) {
    value.ifPresentOrElse(number -> number(name, (long) number), () -> none(name));
  }

  public void bool(String name, boolean value) {
    run(() -> json.writeBooleanField(name, value));
  }

  /** Writes null. */
  public void none(String name) {
    run(() -> json.writeNullField(name));
  }

  public void raw(String name, RawJson value) {
    run(
        () -> {
          json.writeFieldName(name);
          json.writeRawValue(value.text());
        });
  }

  public void object(String name, Consumer<JsonOut> fields) {
    run(() -> json.writeFieldName(Unicode.wellFormed(name)));
    object(fields);
  }

  /** Writes null when there is no value. */
  public <T> void objectOrNull(String name, Optional<T> value, Consumer<T> fields) {
    value.ifPresentOrElse(some -> object(name, out -> fields.accept(some)), () -> none(name));
  }

  /** An array of objects. */
  public <T> void objects(String name, List<T> values, Consumer<T> fields) {
    run(() -> json.writeArrayFieldStart(name));
    values.forEach(value -> object(out -> fields.accept(value)));
    run(json::writeEndArray);
  }

  /** An array of strings. */
  public void texts(String name, List<String> values) {
    run(
        () -> {
          json.writeArrayFieldStart(name);
          for (String value : values) {
            json.writeString(Unicode.wellFormed(value));
          }
          json.writeEndArray();
        });
  }

  /** All fields of an object that was read. */
  public void fields(JsonIn in) {
    in.fields().forEach((name, value) -> run(() -> field(name, value)));
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  void object(Consumer<JsonOut> fields) {
    run(json::writeStartObject);
    fields.accept(this);
    run(json::writeEndObject);
  }

  private void field(String name, Object value) throws IOException {
    json.writeFieldName(Unicode.wellFormed(name));
    value(value);
  }

  private void value(Object value) throws IOException {
    switch (value) {
      case String text -> json.writeString(Unicode.wellFormed(text));
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      case RawJson raw -> json.writeRawValue(raw.text());
      case List<?> values -> {
        json.writeStartArray();
        for (Object each : values) {
          value(each);
        }
        json.writeEndArray();
      }
      case Map<?, ?> fields -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> each : fields.entrySet()) {
          field(String.valueOf(each.getKey()), each.getValue());
        }
        json.writeEndObject();
      }
      default -> json.writeNull();
    }
  }

  private interface Write {
    void run() throws IOException;
  }

  private static void run(Write write) {
    try {
      write.run();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot fail to be written", impossible);
    }
  }
}
