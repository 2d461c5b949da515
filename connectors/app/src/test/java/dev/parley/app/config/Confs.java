package dev.parley.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads configurations that a test has written down. */
record Confs(Path folder, Map<String, String> variables, List<Flag> flags) {

  static Confs in(Path folder) {
    return new Confs(folder, Map.of(), List.of());
  }

  Confs with(String variable, String value) {
    return new Confs(folder, Map.of(variable, value), flags);
  }

  Confs with(Flag flag) {
    return new Confs(folder, variables, List.of(flag));
  }

  /** With this as {@code parley.conf}. */
  Loaded load(String conf) {
    try {
      Files.writeString(folder.resolve("parley.conf"), conf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return load();
  }

  Loaded load() {
    return Loader.load(new Surroundings(variables, folder), Optional.empty(), flags);
  }

  Loaded.Ready ready(String conf) {
    Loaded loaded = load(conf);
    assertThat(loaded).isInstanceOf(Loaded.Ready.class);
    return (Loaded.Ready) loaded;
  }

  /** What is wrong, with the folder left out of paths. */
  List<String> problems(String conf) {
    Loaded loaded = load(conf);
    assertThat(loaded).isInstanceOf(Loaded.Wrong.class);
    return ((Loaded.Wrong) loaded)
        .problems().stream().map(p -> p.toString().replace(folder + "/", "")).toList();
  }
}
