package dev.parley.app.config;

import com.typesafe.config.ConfigObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code twilio.agents}: agents with an address of their own, by the name that stands in it. */
final class AgentTable {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private final Reading reading;
  private final Map<String, Map<Setting<?>, Values.Found>> agents = new LinkedHashMap<>();
  private final List<Shown> shown = new ArrayList<>();

  AgentTable(Reading reading) {
    this.reading = reading;
  }

  void take(Reading.Member agent, Path file) {
    String path = agent.below(Settings.AGENTS);
    Optional<ConfigObject> section = agent.section();
    if (section.isEmpty()) {
      reading.wrong(
          agent.where(),
          path + " is an agent: write " + path + " { instructions = \"...\" }, or { }");
    } else if (!NAME.matcher(agent.name()).matches()) {
      reading.wrong(
          agent.where(),
          path + " stands in an address: its name has 1 to 64 letters, digits, dots, _ and - only");
    } else {
      Map<Setting<?>, Values.Found> own = new HashMap<>();
      Reading.members(section.get(), file).forEach(field -> field(field, path, own));
      agents.put(agent.name(), own);
    }
  }

  private void field(Reading.Member field, String path, Map<Setting<?>, Values.Found> own) {
    Optional<Setting<?>> setting = AgentSection.find(field.name());
    if (setting.isEmpty()) {
      reading.wrong(
          field.where(),
          "there is no setting "
              + field.below(path)
              + Nearest.path(field.name(), AgentSection.names())
                  .map(known -> ": did you mean " + path + "." + known + "?")
                  .orElse(": an agent has " + String.join(", ", AgentSection.names())));
    } else {
      read(setting.get(), field, path, own);
    }
  }

  private <T> void read(
      Setting<T> setting, Reading.Member field, String path, Map<Setting<?>, Values.Found> own) {
    Optional<T> value = setting.kind().read(field.given());
    if (value.isEmpty()) {
      reading.wrong(
          field.where(),
          field.below(path)
              + " must be "
              + setting.kind().must()
              + ", found "
              + field.given().found());
    } else {
      own.put(setting, new Values.Found(value.get(), field.where()));
      shown.add(new Shown(field.below(path) + " = " + setting.write(value.get()), field.where()));
    }
  }

  /** What is in force for each of them: what it says of itself, over what all share. */
  Map<String, Values> over(Values shared) {
    Map<String, Values> all = new LinkedHashMap<>();
    agents.forEach((name, own) -> all.put(name, shared.over(own)));
    return all;
  }

  List<Shown> shown() {
    return shown;
  }
}
