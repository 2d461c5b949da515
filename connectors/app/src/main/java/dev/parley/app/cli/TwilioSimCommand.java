package dev.parley.app.cli;

import dev.parley.app.config.Flag;
import dev.parley.app.config.Loaded;
import dev.parley.app.config.Loader;
import dev.parley.app.config.PhoneSpec;
import dev.parley.app.config.Problem;
import dev.parley.app.config.Surroundings;
import dev.parley.app.farend.FarEnd;
import dev.parley.app.farend.FarEndSettings;
import dev.parley.twilio.sim.SimSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley twilio-sim}. */
@Command(
    name = "twilio-sim",
    description = {
      "Call a server as Twilio would, with the caller in a recording: for development without an"
          + " account.",
      "Token and public base are read where serve reads them. Exit code 0: the call was held, 1: it"
          + " did not come about, 2: asked wrongly."
    })
public final class TwilioSimCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "What the caller says: WAV or FLAC.")
  private Path file = Path.of("");

  @Option(
      names = "--channel",
      paramLabel = "N",
      description = "The caller's channel in FILE, from 0. Without it, all are mixed.")
  private @Nullable Integer channel;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "ws://127.0.0.1:8080",
      description = "Where the server is: ws://HOST:PORT or wss:// (default: ${DEFAULT-VALUE}).")
  private String url = "";

  @Option(
      names = "--agent",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Calls /twilio/voice/NAME.")
  private String agent = "";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The server's configuration, for token and public base.")
  private @Nullable Path config;

  @Option(
      names = "--public-base",
      paramLabel = "URL",
      description = "What the server takes for its own address (PARLEY_TWILIO_PUBLIC_BASE).")
  private @Nullable String base;

  @Option(
      names = "--auth-token-file",
      paramLabel = "FILE",
      description = "Holds the token that it checks signatures by (PARLEY_TWILIO_AUTH_TOKEN).")
  private @Nullable Path token;

  @Option(
      names = "--press",
      paramLabel = "TIME=KEYS",
      description = "Presses keys so long after the beginning: 4s=12#. May be given again.")
  private List<String> presses = List.of();

  @Option(
      names = "--listen",
      paramLabel = "TIME",
      description = "How long the caller listens behind the recording (default: 5s).")
  private @Nullable String listen;

  @Option(names = "--stay", description = "The caller stays until the other side hangs up.")
  private boolean stay;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "parley-call",
      description = "A folder for phone.wav, or a file that ends in .wav (default: parley-call).")
  private Path out = Path.of("parley-call");

  @Override
  public Integer call() throws IOException, InterruptedException {
    LoggerFactory.getILoggerFactory(); // by one thread, before many ask for it at once
    if (stay && listen != null) {
      throw new IllegalArgumentException("give --listen or --stay, not both");
    }
    if (channel != null && channel < 0) {
      throw new IllegalArgumentException("--channel counts from 0, got " + channel);
    }
    Duration tail = listen == null ? Duration.ofSeconds(5) : Press.time("--listen", listen);
    Optional<FarEndSettings> settings =
        phone()
            .map(
                phone ->
                    new FarEndSettings(
                        file,
                        Optional.ofNullable(channel),
                        Named.by("--url", this::server),
                        Named.by("--agent", () -> called(phone)),
                        presses.stream().flatMap(Press::keys).toList(),
                        stay ? Optional.empty() : Optional.of(tail),
                        out));
    if (settings.isEmpty()) {
      return ConfigOptions.WRONG;
    }
    FarEnd.call(settings.get(), System.out);
    return 0;
  }

  private URI server() {
    URI server = URI.create(url);
    if (server.getHost() == null
        || server.getScheme() == null
        || !server.getScheme().matches("wss?|https?")) {
      throw new IllegalArgumentException("write ws://HOST:PORT or wss://HOST:PORT, got " + url);
    }
    return server;
  }

  /** Each call has a name of its own, or a server would mix up two of them. */
  private SimSettings called(PhoneSpec phone) {
    return SimSettings.of(phone.settings().base(), phone.settings().tokens().current())
        .withAgent(agent)
        .withSeed(new SecureRandom().nextLong());
  }

  /** What the server knows of its telephone; what is wrong with it goes to standard error. */
  private Optional<PhoneSpec> phone() {
    List<Flag> flags = new ArrayList<>();
    if (base != null) {
      flags.add(new Flag("--public-base", "twilio.public-base", base));
    }
    if (token != null) {
      flags.add(new Flag("--auth-token-file", "twilio.auth-token", "file:" + token));
    }
    Loaded loaded = Loader.load(Surroundings.ofProcess(), Optional.ofNullable(config), flags);
    return switch (loaded) {
      case Loaded.Wrong(List<Problem> problems) -> {
        problems.forEach(problem -> System.err.println("parley: " + problem));
        yield Optional.empty();
      }
      case Loaded.Ready ready ->
          Optional.of(
              ready
                  .config()
                  .phone()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "say which telephone: --public-base and --auth-token-file as the"
                                  + " server has them, or --config with its configuration")));
    };
  }
}
