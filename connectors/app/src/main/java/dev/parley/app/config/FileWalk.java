package dev.parley.app.config;

import com.typesafe.config.ConfigObject;
import java.nio.file.Path;
import java.util.Optional;

/** Goes through a file and knows each name in it, or tells that it does not. */
final class FileWalk {

  private final Path file;
  private final Reading reading;
  private final ModelTable models;
  private final KeyTable keys;
  private final AgentTable agents;

  FileWalk(Path file, Reading reading, ModelTable models, KeyTable keys, AgentTable agents) {
    this.file = file;
    this.reading = reading;
    this.models = models;
    this.keys = keys;
    this.agents = agents;
  }

  void walk(ConfigObject root) {
    section("", root);
  }

  private void section(String section, ConfigObject object) {
    for (Reading.Member member : Reading.members(object, file)) {
      member(member, member.below(section));
    }
  }

  private void member(Reading.Member member, String path) {
    Optional<Setting<?>> setting = Settings.find(path);
    if (setting.isPresent()) {
      reading.take(setting.get(), member.given());
    } else if (path.startsWith(Settings.MODELS + ".")) {
      models.take(member, path);
    } else if (Settings.isSection(path)
        || path.equals(Settings.KEYS)
        || path.equals(Settings.AGENTS)) {
      member
          .section()
          .ifPresentOrElse(
              inner -> inside(path, inner),
              () ->
                  reading.wrong(
                      member.where(),
                      path + " is a section: write " + path + " { ... } around its settings"));
    } else {
      reading.wrong(member.where(), unknown(path));
    }
  }

  private void inside(String path, ConfigObject inner) {
    if (path.equals(Settings.KEYS)) {
      Reading.members(inner, file).forEach(account -> keys.take(account, file));
    } else if (path.equals(Settings.AGENTS)) {
      Reading.members(inner, file).forEach(agent -> agents.take(agent, file));
    } else {
      section(path, inner);
    }
  }

  private static String unknown(String path) {
    return "there is no setting "
        + path
        + Nearest.path(path, Settings.names())
            .map(known -> ": did you mean " + known + "?")
            .orElse(": 'parley config example' lists all");
  }
}
