package dev.parley.app.config;

import java.nio.file.Path;
import java.util.HashMap;
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

  /** These, and over them what was found elsewhere. */
  Values over(Map<Setting<?>, Found> others) {
    Map<Setting<?>, Found> all = new HashMap<>(found);
    all.putAll(others);
    return new Values(all, folder);
  }

  /** As it would stand in a file; secrets as a comment that hides them. */
  <T> String line(Setting<T> setting) {
    String value = setting.write(get(setting));
    String none = setting.write(setting.standardValue(folder));
    return setting.kind().isSecret() && !value.equals(none)
        ? "# " + setting.path() + ": " + value
        : setting.path() + " = " + value;
  }
}
