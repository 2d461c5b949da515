package dev.parley.app.config;

import dev.parley.server.ServerSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the configuration: flags win over the environment, that over the file, that over defaults.
 */
public final class Loader {

  private final Surroundings around;
  private final Reading reading = new Reading();
  private final ModelTable models = new ModelTable(reading);
  private final KeyTable keys = new KeyTable(reading);
  private final AgentTable agents = new AgentTable(reading);
  private Optional<Set<String>> used = Optional.of(Set.of());

  private Loader(Surroundings around) {
    this.around = around;
  }

  /**
   * Reads it.
   *
   * @param asked the file that the command line names, if it does
   * @param flags what the command line says besides
   */
  public static Loaded load(Surroundings around, Optional<Path> asked, List<Flag> flags) {
    return new Loader(around).load(asked, flags);
  }

  private Loaded load(Optional<Path> asked, List<Flag> flags) {
    Optional<Path> file = ConfigFile.find(asked, around);
    file.ifPresent(this::file);
    environment();
    flags.forEach(this::flag);
    Values values = reading.values(around.folder());
    ServerSettings server = new Assembly(values, reading).server(keys.accounts());
    Optional<RecordSpec> record = RecordSection.spec(values, reading);
    Optional<PhoneSpec> phone =
        new PhoneAssembly(values, reading, models.named(), models.others(values).isPresent())
            .phone(agents);
    if (!reading.problems().isEmpty()) {
      return new Loaded.Wrong(
          reading.problems().stream()
              .sorted(Comparator.comparingInt(problem -> problem.where().line()))
              .toList());
    }
    return new Loaded.Ready(
        new ServeConfig(
            server,
            models.named(),
            models.others(values),
            values
                .get(ServeSection.TOOLS)
                .map(name -> new ServeConfig.ToolsSpec(name, values.source(ServeSection.TOOLS))),
            Optional.of(values.get(ServeSection.DETECTOR)).filter(name -> !name.equals("best")),
            values.get(ServeSection.LOG_LEVEL),
            values.get(ServeSection.LOG_FORMAT).equals("json"),
            values.get(ServeSection.PAGE),
            record,
            phone),
        file,
        shown(values));
  }

  private void file(Path file) {
    Optional<ConfigFile.Read> read = ConfigFile.read(file, around, reading.problems());
    read.ifPresent(found -> new FileWalk(file, reading, models, keys, agents).walk(found.root()));
    used = read.map(ConfigFile.Read::variables);
  }

  /**
   * What the environment sets. What is unknown can be told only when it is known what the file asks
   * for.
   */
  private void environment() {
    Variables ours = new Variables();
    new TreeMap<>(around.variables())
        .forEach(
            (name, value) -> {
              Source where = Source.outside(name, around.folder());
              ours.setting(name)
                  .ifPresent(setting -> reading.take(setting, Given.text(value, where)));
              used.flatMap(names -> ours.mistake(name, value, names))
                  .ifPresent(sentence -> reading.wrong(where, sentence));
            });
  }

  private void flag(Flag flag) {
    Setting<?> setting =
        Settings.find(flag.path())
            .orElseThrow(() -> new IllegalArgumentException("no setting is called " + flag.path()));
    reading.take(setting, Given.text(flag.value(), Source.outside(flag.name(), around.folder())));
  }

  private List<Shown> shown(Values values) {
    List<Shown> lines = new ArrayList<>();
    for (Setting<?> setting : Settings.all()) {
      lines.add(new Shown(values.line(setting), values.source(setting)));
      if (setting.path().equals(ServeSection.MODEL.path())) {
        lines.addAll(models.shown());
        lines.addAll(keys.shown());
      }
      if (setting.path().equals(AgentSection.GREETING.path())) {
        lines.addAll(agents.shown());
      }
    }
    return lines;
  }
}
