package dev.parley.app.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What every setting is, and where that comes from. Immutable. */
public final class Values {

  /** A value that was read. */
  record Found(Object value, Source source) {}

  private final Map<Setting<?>, Found> found;
  private final Path folder;

  Values(Map<Setting<?>, Found> found, Path folder) {
    this.found = Map.copyOf(found);
    this.folder = folder;
  }

  /** The value: the one that was given, or else the default. */
  @SuppressWarnings("unchecked") // it was read by the setting's own kind
  <T> T get(Setting<T> setting) {
    return Optional.ofNullable(found.get(setting))
        .map(given -> (T) given.value())
        .orElseGet(() -> setting.standardValue(folder));
  }

  /** Where the value comes from. */
  Source source(Setting<?> setting) {
    return Optional.ofNullable(found.get(setting))
        .map(Found::source)
        .orElseGet(() -> Source.standard(folder));
  }

  /** Whether anybody gave a value. */
  boolean isGiven(Setting<?> setting) {
    return found.containsKey(setting);
  }

  /** As it would stand in a file. */
  <T> String write(Setting<T> setting) {
    return setting.write(get(setting));
  }
}
