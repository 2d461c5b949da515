package dev.parley.app.serve;

import dev.parley.app.config.Flag;
import dev.parley.app.config.Loaded;
import dev.parley.app.config.Loader;
import dev.parley.app.config.ServeConfig;
import dev.parley.app.config.Surroundings;
import dev.parley.engine.model.Voice;
import dev.parley.scripted.ToneVoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servers as the program starts them, from a configuration. */
final class Servers {

  private static final Voice VOICE = new ToneVoice(24_000);
  private static final String BASE =
      """
      serve { port = 0, vad = energy, threads = 1, drain = 0s }
      models.default = "scripted:think=0ms,reply=1s"
      """;

  private Servers() {}

  /** At a free port, unless the configuration says otherwise. */
  static Serving start(Path folder, String conf, Flag... flags) throws Exception {
    ServeConfig config = config(folder, conf, flags);
    return Serving.start(config, ServedModels.of(config, VOICE).models(), ServedTools.of(config));
  }

  static ServeConfig config(Path folder, String conf, Flag... flags) throws Exception {
    Path file = Files.writeString(folder.resolve("test.conf"), BASE + conf);
    Loaded loaded =
        Loader.load(new Surroundings(Map.of(), folder), Optional.of(file), List.of(flags));
    return switch (loaded) {
      case Loaded.Ready ready -> ready.config();
      case Loaded.Wrong wrong -> throw new AssertionError(wrong.problems());
    };
  }
}
