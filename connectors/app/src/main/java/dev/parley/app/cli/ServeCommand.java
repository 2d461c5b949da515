package dev.parley.app.cli;

import dev.parley.app.config.Flag;
import dev.parley.app.serve.Departure;
import dev.parley.app.serve.Logging;
import dev.parley.app.serve.Serving;
import dev.parley.engine.model.Voice;
import dev.parley.speech.FreeTtsVoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parley serve}. */
@Command(
    name = "serve",
    description = {
      "Answer clients of OpenAI's Realtime API.",
      "Flags win over variables of the environment (PARLEY_SERVE_PORT), those over parley.conf;"
          + " 'parley config example' lists all settings. Exit code 0: stopped, 1: could not start,"
          + " 2: asked wrongly."
    })
public final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration (default: PARLEY_CONFIG, or parley.conf if it is there).")
  private @Nullable Path config;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "The address to listen at; 0.0.0.0 for all (default: 127.0.0.1).")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "P",
      description = "The port; 0 for any that is free (default: 8080).")
  private @Nullable String port;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "Who answers to names that are not listed in the configuration (default: cascade, with"
              + " the parts of this machine).")
  private @Nullable String model;

  @Option(
      names = "--tools",
      paramLabel = "FILE",
      description =
          "What the server carries out itself: a file of your own tools, examples or none (default:"
              + " examples for the cascade, none for others).")
  private @Nullable String tools;

  @Option(
      names = "--vad",
      paramLabel = "NAME",
      description = "silero, webrtc or energy (default: the best that this build has).")
  private @Nullable String detector;

  @Option(
      names = "--tls",
      description =
          "Encrypt with a self-signed certificate for localhost, written to parley-cert.pem.")
  private boolean tls;

  @Option(names = "--cert", paramLabel = "FILE", description = "Encrypt with this certificate.")
  private @Nullable String certificate;

  @Option(names = "--key", paramLabel = "FILE", description = "The certificate's private key.")
  private @Nullable String key;

  @Option(
      names = "--record",
      paramLabel = "DIR",
      description = "Keep sessions as recordings in this folder, of those who agree: --consent.")
  private @Nullable String record;

  @Option(
      names = "--consent",
      paramLabel = "WHO",
      description =
          "With --record. all: every caller was told and agrees; asked: only sessions whose client"
              + " says so (Parley-Record: yes, or ?record=yes) are recorded.")
  private @Nullable String consent;

  @Option(
      names = "--drain",
      paramLabel = "TIME",
      description = "How long sessions run on when it is told to stop (default: 10m).")
  private @Nullable String drain;

  @Option(
      names = "--log",
      paramLabel = "LEVEL",
      description = "error, warn, info or debug (default: info).")
  private @Nullable String log;

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    LoggerFactory.getILoggerFactory(); // by one thread, before many ask for it at once
    Voice voice = new FreeTtsVoice();
    Optional<ConfigOptions.Ready> ready =
        ConfigOptions.read(Optional.ofNullable(config), flags(), () -> voice);
    if (ready.isEmpty()) {
      return ConfigOptions.WRONG;
    }
    Logging.use(ready.get().config());
    Serving serving =
        Serving.start(ready.get().config(), ready.get().models().models(), ready.get().tools());
    Departure departure =
        new Departure(serving::stop, code -> Runtime.getRuntime().halt(code)).onSignals();
    serving.greeting(ready.get().loaded().file()).forEach(System.out::println);
    departure.await();
    return 0;
  }

  private List<Flag> flags() {
    List<Flag> flags = new ArrayList<>();
    add(flags, "--host", "serve.host", host);
    add(flags, "--port", "serve.port", port);
    add(flags, "--model", "models.default", model);
    add(flags, "--tools", "serve.tools", tools);
    add(flags, "--vad", "serve.vad", detector);
    if (tls) {
      flags.add(new Flag("--tls", "serve.tls.self-signed", "true"));
      flags.add(new Flag("--tls", "serve.tls.trust-file", "parley-cert.pem"));
    }
    add(flags, "--cert", "serve.tls.certificate", certificate);
    add(flags, "--key", "serve.tls.key", key);
    add(flags, "--record", "record.dir", record);
    add(flags, "--consent", "record.consent", consent);
    add(flags, "--drain", "serve.drain", drain);
    add(flags, "--log", "log.level", log);
    return flags;
  }

  private static void add(List<Flag> flags, String name, String path, @Nullable String value) {
    if (value != null) {
      flags.add(new Flag(name, path, value));
    }
  }
}
