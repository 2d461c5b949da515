package dev.parley.app.serve;

import dev.parley.app.config.Problem;
import dev.parley.app.config.ServeConfig;
import dev.parley.app.config.ServeConfig.ToolsSpec;
import dev.parley.app.tools.CallLine;
import dev.parley.app.tools.Toolkit;
import dev.parley.app.tools.Toolkits;
import dev.parley.engine.model.Backend;
import dev.parley.server.ServerTools;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pekko.actor.ClassicActorSystemProvider;

/** The tools that a configuration names, for the models that are served. Safe for any thread. */
public final class ServedTools {

  private final Optional<Toolkit> all;
  private final Optional<Problem> problem;

  private ServedTools(Optional<Toolkit> all, Optional<Problem> problem) {
    this.all = all;
    this.problem = problem;
  }

  /** The tools of a configuration, or what is wrong with them. */
  public static ServedTools of(ServeConfig config) {
    if (config.tools().isEmpty()) {
      return new ServedTools(Optional.empty(), Optional.empty());
    }
    ToolsSpec spec = config.tools().get();
    try {
      Toolkit tools =
          Toolkits.find(Optional.of(spec.name()), /* model= */ "", spec.where().folder());
      return new ServedTools(Optional.of(tools), Optional.empty());
    } catch (IllegalArgumentException e) {
      Problem why = new Problem(spec.where(), String.valueOf(e.getMessage()));
      return new ServedTools(Optional.empty(), Optional.of(why));
    }
  }

  /** Why they cannot be used. */
  public Optional<Problem> problem() {
    return problem;
  }

  /** What the sessions of this system are given. */
  ServerTools in(ClassicActorSystemProvider system) {
    return model -> granted(model, system);
  }

  private ServerTools.Granted granted(Backend model, ClassicActorSystemProvider system) {
    Toolkit tools = all.orElseGet(() -> Toolkits.find(Optional.empty(), model.name(), Path.of("")));
    CallLine line = CallLine.in(system);
    return new ServerTools.Granted(tools.open(line), tools.instructions(), line::connect);
  }
}
