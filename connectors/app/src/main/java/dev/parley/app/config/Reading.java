package dev.parley.app.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been read so far, layer over layer, and what was wrong with it. */
final class Reading {

  private final Map<Setting<?>, Values.Found> found = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Takes a value over those of earlier layers. One that is not of the setting's kind is told. */
  void take(Setting<?> setting, Given given) {
    setting
        .kind()
        .read(given)
        .ifPresentOrElse(
            value -> found.put(setting, new Values.Found(value, given.source())),
            () ->
                wrong(
                    given.source(),
                    setting.path()
                        + " must be "
                        + setting.kind().must()
                        + ", found "
                        + (setting.kind().isSecret() ? given.what() : given.found())));
  }

  void wrong(Source where, String sentence) {
    problems.add(new Problem(where, sentence));
  }

  List<Problem> problems() {
    return problems;
  }

  /** All values, with the defaults of those that were not given. */
  Values values(Path folder) {
    return new Values(found, folder);
  }

  /** A member of an object in a file. */
  record Member(String name, Given given) {

    Source where() {
      return given.source();
    }

    Optional<ConfigObject> section() {
      return given.value() instanceof ConfigObject object ? Optional.of(object) : Optional.empty();
    }

    /** Its path, with quotes where a file needs them. */
    String below(String section) {
      String own = ConfigUtil.joinPath(name);
      return section.isEmpty() ? own : section + "." + own;
    }
  }

  /** The members in the order of the file; those that are null count as left out. */
  static List<Member> members(ConfigObject object, Path file) {
    return object.entrySet().stream()
        .filter(entry -> entry.getValue().unwrapped() != null)
        .map(entry -> member(entry.getKey(), entry.getValue(), file))
        .sorted(Comparator.comparingInt(member -> member.where().line()))
        .toList();
  }

  private static Member member(String name, ConfigValue value, Path file) {
    return new Member(name, new Given(value, Source.of(value.origin(), file)));
  }
}
