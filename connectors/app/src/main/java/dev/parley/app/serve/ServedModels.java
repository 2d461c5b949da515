package dev.parley.app.serve;

import dev.parley.app.Catalogue;
import dev.parley.app.config.Problem;
import dev.parley.app.config.ServeConfig;
import dev.parley.app.config.ServeConfig.ModelSpec;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Voice;
import dev.parley.server.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the models that a configuration names. */
public final class ServedModels {

  private final Voice voice;
  private final List<Problem> problems = new ArrayList<>();
  private Models models = Models.none();

  private ServedModels(Voice voice) {
    this.voice = voice;
  }

  /** All models of a configuration, or what is wrong with them. */
  public static ServedModels of(ServeConfig config, Voice voice) {
    ServedModels made = new ServedModels(voice);
    for (Map.Entry<String, ModelSpec> named : config.models().entrySet()) {
      made.make(named.getValue())
          .ifPresent(model -> made.models = made.models.with(named.getKey(), model));
    }
    config
        .others()
        .filter(spec -> !config.models().containsValue(spec) || made.problems.isEmpty())
        .flatMap(made::make)
        .ifPresent(model -> made.models = made.models.withOthers(model));
    return made;
  }

  /** Those that could be made. */
  public Models models() {
    return models;
  }

  /** Why the others could not. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private Optional<Backend> make(ModelSpec spec) {
    try {
      return Optional.of(Catalogue.model(spec.spec(), voice));
    } catch (IllegalArgumentException e) {
      problems.add(new Problem(spec.where(), String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }
}
