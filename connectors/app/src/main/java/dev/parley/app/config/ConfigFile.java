package dev.parley.app.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the file and reads it as HOCON, with variables of the environment for {@code ${NAME}}. */
final class ConfigFile {

  static final String VARIABLE = "PARLEY_CONFIG";
  static final String NAME = "parley.conf";

  private ConfigFile() {}

  /** The one that was asked for, by a flag or by the environment, or the one that lies here. */
  static Optional<Path> find(Optional<Path> asked, Surroundings around) {
    Path here = around.folder().resolve(NAME);
    return asked
        .or(
            () ->
                Optional.ofNullable(around.variables().get(VARIABLE))
                    .filter(text -> !text.isBlank())
                    .map(around.folder()::resolve))
        .or(() -> Optional.of(here).filter(Files::exists));
  }

  /**
   * What was read.
   *
   * @param root what stands in the file
   * @param variables those of the environment that it asks for
   */
  record Read(ConfigObject root, Set<String> variables) {
    Read {
      variables = Set.copyOf(variables);
    }
  }

  /** What stands in it; empty, with a problem, if it cannot be read. */
  static Optional<Read> read(Path file, Surroundings around, List<Problem> problems) {
    Source whole = new Source(file.toString(), 0, around.folder());
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      problems.add(
          new Problem(
              whole,
              Files.exists(file)
                  ? "this cannot be read: check that it is a file, and its permissions"
                  : "there is no such file"));
      return Optional.empty();
    }
    try {
      Config parsed =
          ConfigFactory.parseFile(
              file.toAbsolutePath().toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
      Environment environment = new Environment(around.variables(), new HashSet<>());
      ConfigObject root =
          parsed.resolve(ConfigResolveOptions.noSystem().appendResolver(environment)).root();
      return Optional.of(new Read(root, environment.asked()));
    } catch (ConfigException e) {
      problems.add(
          e.origin() == null
              ? new Problem(whole, sentence(e))
              : new Problem(Source.of(e.origin(), file), sentence(e)));
      return Optional.empty();
    }
  }

  private static String sentence(ConfigException e) {
    String message = String.valueOf(e.getMessage());
    String prefix = e.origin() == null ? "" : e.origin().description() + ": ";
    String rest = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    String first = rest.lines().findFirst().orElse("this is no HOCON");
    return e instanceof ConfigException.UnresolvedSubstitution
        ? first + " (set it, or write ${?NAME} for one that may be missing)"
        : first;
  }

  /** Variables of the environment, where the file has no value of that name. */
  private record Environment(Map<String, String> variables, Set<String> asked)
      implements ConfigResolver {

    @Override
    public @Nullable ConfigValue lookup(String path) {
      asked.add(path);
      String value = variables.get(path);
      return value == null
          ? null
          : ConfigValueFactory.fromAnyRef(value, "environment variable " + path);
    }

    @Override
    public ConfigResolver withFallback(ConfigResolver fallback) {
      return this;
    }
  }
}
