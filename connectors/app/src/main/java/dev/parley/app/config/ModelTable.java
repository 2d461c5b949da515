package dev.parley.app.config;

import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueType;
import dev.parley.app.config.ServeConfig.ModelSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code models}: names that clients ask for, and who answers to them. */
final class ModelTable {

  /** Who answers where nothing else is said. */
  static final String STANDARD = "cascade";

  private final Reading reading;
  private final Map<String, ModelSpec> named = new LinkedHashMap<>();

  ModelTable(Reading reading) {
    this.reading = reading;
  }

  void take(Reading.Member member, String path) {
    Optional<String> spec =
        member
            .given()
            .text()
            .filter(t -> member.given().value().valueType() == ConfigValueType.STRING);
    if (spec.isPresent() && !spec.get().isEmpty()) {
      named.put(member.name(), new ModelSpec(spec.get(), member.where()));
    } else {
      reading.wrong(
          member.where(),
          path
              + " must be a model such as \"scripted:think=150ms,reply=4s\", found "
              + member.given().what()
              + member.section().map(s -> " (a name with dots needs quotes)").orElse(""));
    }
  }

  Map<String, ModelSpec> named() {
    return named;
  }

  /** Who answers to names that are not listed. */
  Optional<ModelSpec> others(Values values) {
    Optional<String> asked = values.get(ServeSection.MODEL);
    Source where = values.source(ServeSection.MODEL);
    if (asked.isPresent()) {
      return asked.map(
          text -> {
            ModelSpec listed = named.get(text);
            return listed == null ? new ModelSpec(text, where) : listed;
          });
    }
    return named.isEmpty() ? Optional.of(new ModelSpec(STANDARD, where)) : Optional.empty();
  }

  List<Shown> shown() {
    List<Shown> lines = new ArrayList<>();
    named.forEach(
        (name, spec) ->
            lines.add(
                new Shown(
                    Settings.MODELS
                        + "."
                        + ConfigUtil.joinPath(name)
                        + " = "
                        + ConfigUtil.quoteString(spec.spec()),
                    spec.where())));
    return lines;
  }
}
