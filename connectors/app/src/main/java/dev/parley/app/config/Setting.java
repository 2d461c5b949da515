package dev.parley.app.config;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A setting: all that is known of it. What is read, shown and documented follows from here.
 *
 * @param <T> what its value is
 * @param path where it stands in a file, such as {@code serve.tls.key}
 * @param kind which values it may have
 * @param standard its default, as it would stand in a file
 * @param help one sentence
 */
public record Setting<T>(String path, Kind<T> kind, String standard, String help) {

  /** What the names of all variables begin with. */
  static final String PREFIX = "PARLEY_";

  /** The variable that overrides it: {@code serve.port} is {@code PARLEY_SERVE_PORT}. */
  public String variable() {
    return PREFIX + path.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** Its default. */
  T standardValue(Path folder) {
    return kind.read(Given.text(standard, Source.standard(folder)))
        .orElseThrow(() -> new IllegalStateException("the default of " + path + " is none"));
  }

  /** As it stands in a file. */
  String write(T value) {
    return kind.write(value);
  }
}
