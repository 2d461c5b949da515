package dev.parley.app.config;

import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;

/**
 * Where a value comes from.
 *
 * @param name as people are told it: {@code parley.conf:3}, {@code PARLEY_SERVE_PORT}, {@code
 *     --port}, {@code default}
 * @param line in a file, for the order of problems; 0 elsewhere
 * @param folder what relative paths are relative to
 */
public record Source(String name, int line, Path folder) {

  /** Nobody said anything. */
  static Source standard(Path folder) {
    return new Source("default", 0, folder);
  }

  /** A variable or a flag. */
  static Source outside(String name, Path folder) {
    return new Source(name, 0, folder);
  }

  /**
   * A line of a file, or of one that it includes.
   *
   * @param file as it was asked for
   */
  static Source of(ConfigOrigin origin, Path file) {
    Path folder = folder(file);
    if (origin.filename() == null) {
      return outside(
          origin.description().startsWith("PARLEY") ? origin.description() : file.toString(),
          folder);
    }
    Path where = Path.of(origin.filename());
    Path shown = where.equals(file.toAbsolutePath()) ? file : where;
    int line = Math.max(origin.lineNumber(), 0);
    return new Source(line == 0 ? shown.toString() : shown + ":" + line, line, folder(where));
  }

  boolean isStandard() {
    return name.equals("default");
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }
}
