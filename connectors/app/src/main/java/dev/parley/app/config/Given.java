package dev.parley.app.config;

import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.Optional;

/** A value as it was given, and where. */
record Given(ConfigValue value, Source source) {

  static Given text(String text, Source source) {
    return new Given(ConfigValueFactory.fromAnyRef(text), source);
  }

  /** Its text, if it is a text, a number or a truth value. */
  Optional<String> text() {
    return switch (value.valueType()) {
      case STRING, NUMBER, BOOLEAN -> Optional.of(value.unwrapped().toString().strip());
      case LIST, OBJECT, NULL -> Optional.empty();
    };
  }

  /** What was found, for people. */
  String found() {
    return value.valueType() == ConfigValueType.STRING
        ? "\"" + value.unwrapped() + "\""
        : text().orElseGet(this::what);
  }

  /** What kind of thing was found, for people, where the thing itself must not be told. */
  String what() {
    return switch (value.valueType()) {
      case LIST -> "a list";
      case OBJECT -> "a section { ... }";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL -> "nothing";
      case STRING -> "a text";
    };
  }
}
