package dev.parley.app.cli;

import dev.parley.app.config.Flag;
import dev.parley.app.config.Loaded;
import dev.parley.app.config.Loader;
import dev.parley.app.config.Problem;
import dev.parley.app.config.ServeConfig;
import dev.parley.app.config.Surroundings;
import dev.parley.app.serve.ServedModels;
import dev.parley.app.serve.ServedTools;
import dev.parley.engine.model.Voice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads the configuration for a command, and tells what is wrong with it. */
final class ConfigOptions {

  /** Somebody asked wrongly. */
  static final int WRONG = 2;

  private ConfigOptions() {}

  /** What was read, models and tools included. */
  record Ready(Loaded.Ready loaded, ServedModels models, ServedTools tools) {
    ServeConfig config() {
      return loaded.config();
    }
  }

  /** Reads it; what is wrong goes to standard error, a line each, and the result is empty. */
  static Optional<Ready> read(Optional<Path> file, List<Flag> flags, Supplier<Voice> voice) {
    return switch (Loader.load(Surroundings.ofProcess(), file, flags)) {
      case Loaded.Wrong(List<Problem> problems) -> told(problems);
      case Loaded.Ready ready -> {
        ServedModels models = ServedModels.of(ready.config(), voice.get());
        ServedTools tools = ServedTools.of(ready.config());
        List<Problem> problems =
            Stream.concat(models.problems().stream(), tools.problem().stream()).toList();
        yield problems.isEmpty() ? Optional.of(new Ready(ready, models, tools)) : told(problems);
      }
    };
  }

  private static Optional<Ready> told(List<Problem> problems) {
    problems.forEach(problem -> System.err.println("parley: " + problem));
    return Optional.empty();
  }
}
