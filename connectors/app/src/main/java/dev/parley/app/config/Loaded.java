package dev.parley.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What came of reading the configuration. */
public sealed interface Loaded {

  /**
   * All is well.
   *
   * @param file the file that was read, if there is one
   * @param shown what is in force, line by line
   */
  record Ready(ServeConfig config, Optional<Path> file, List<Shown> shown) implements Loaded {
    public Ready {
      shown = List.copyOf(shown);
    }
  }

  /**
   * Something is wrong.
   *
   * @param problems at least one, in the order of the file
   */
  record Wrong(List<Problem> problems) implements Loaded {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }
}
