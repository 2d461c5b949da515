package dev.parley.app.cli;

import dev.parley.app.config.SettingsTable;
import dev.parley.app.config.Shown;
import dev.parley.speech.FreeTtsVoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley config}. */
@Command(
    name = "config",
    description = "Look at the configuration of the server.",
    synopsisSubcommandLabel = "COMMAND",
    subcommandsRepeatable = false)
public final class ConfigCommand implements Runnable {

  private static final int WIDEST = 60;

  /** The file, said in either way. */
  static final class Which {

    @Parameters(
        arity = "0..1",
        paramLabel = "FILE",
        description = "The configuration (default: PARLEY_CONFIG, or parley.conf if it is there).")
    private @Nullable Path named;

    @Option(names = "--config", paramLabel = "FILE", description = "The same, as serve takes it.")
    private @Nullable Path option;

    Optional<Path> file() {
      return Optional.ofNullable(named).or(() -> Optional.ofNullable(option));
    }
  }

  @Override
  public void run() {
    throw new IllegalArgumentException("say what: parley config check, show or example");
  }

  @Command(
      name = "check",
      description =
          "Tell what is wrong, with file, line and remedy. Exit code 0: fine, 2: something is"
              + " wrong.")
  int check(@ArgGroup @Nullable Which which) {
    Optional<ConfigOptions.Ready> ready = read(which);
    ready.ifPresent(
        found ->
            System.out.println(
                found.loaded().file().map(path -> path + ": ").orElse("no parley.conf: ")
                    + "fine"));
    return ready.isPresent() ? 0 : ConfigOptions.WRONG;
  }

  @Command(name = "show", description = "Print what is in force, and who says so. Keys are hidden.")
  int show(@ArgGroup @Nullable Which which) {
    Optional<ConfigOptions.Ready> ready = read(which);
    ready.ifPresent(found -> print(found.loaded().shown()));
    return ready.isPresent() ? 0 : ConfigOptions.WRONG;
  }

  @Command(name = "example", description = "Print a parley.conf that holds every default.")
  void example() {
    System.out.print(SettingsTable.example());
  }

  private static Optional<ConfigOptions.Ready> read(@Nullable Which which) {
    Optional<Path> file = Optional.ofNullable(which).flatMap(Which::file);
    return ConfigOptions.read(file, List.of(), FreeTtsVoice::new);
  }

  private static void print(List<Shown> shown) {
    int width =
        Math.min(WIDEST, shown.stream().mapToInt(each -> each.line().length()).max().orElse(0));
    for (Shown each : shown) {
      System.out.printf("%-" + width + "s  # %s%n", each.line(), each.where().name());
    }
  }
}
