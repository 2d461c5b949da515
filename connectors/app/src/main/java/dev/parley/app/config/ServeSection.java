package dev.parley.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code serve}, {@code models.default} and {@code log}: where and how the server works. */
final class ServeSection {

  static final Setting<String> HOST =
      new Setting<>(
          "serve.host",
          Kind.text("an address such as 127.0.0.1 or 0.0.0.0"),
          "127.0.0.1",
          "The address to listen at; 0.0.0.0 for all of this machine, which needs a key.");

  static final Setting<Integer> PORT =
      new Setting<>(
          "serve.port", Kind.whole(0, 65_535), "8080", "The port; 0 for any that is free.");

  static final Setting<String> DETECTOR =
      new Setting<>(
          "serve.vad",
          Kind.oneOf("best", "silero", "webrtc", "energy"),
          "best",
          "Who hears speech begin and stop; best is silero where the build has it, else webrtc.");

  static final Setting<Duration> DRAIN =
      new Setting<>(
          "serve.drain",
          Kind.duration(Duration.ZERO, Duration.ofHours(24)),
          "10m",
          "How long sessions run on once the server is told to stop.");

  static final Setting<Duration> FAREWELL =
      new Setting<>(
          "serve.farewell",
          Kind.duration(Duration.ofMillis(10), Duration.ofMinutes(1)),
          "2s",
          "How long a session's last words may take to reach its client.");

  static final Setting<Integer> THREADS =
      new Setting<>(
          "serve.threads",
          Kind.whole(0, 1_024),
          "0",
          "How many event loops serve the connections; 0 for one a processor.");

  static final Setting<Boolean> SELF_SIGNED =
      new Setting<>(
          "serve.tls.self-signed",
          Kind.flag(),
          "false",
          "Encrypts with a certificate for localhost that is made at the start: for development.");

  static final Setting<Optional<Path>> TRUST_FILE =
      new Setting<>(
          "serve.tls.trust-file",
          Kind.file(),
          "",
          "Where to write the self-signed certificate, so that clients can trust it.");

  static final Setting<Optional<Path>> CERTIFICATE =
      new Setting<>(
          "serve.tls.certificate",
          Kind.file(),
          "",
          "Encrypts with this certificate: PEM, the server's own first, then those above it.");

  static final Setting<Optional<Path>> KEY =
      new Setting<>(
          "serve.tls.key",
          Kind.file(),
          "",
          "The certificate's private key: PEM, PKCS #8, without a password.");

  static final Setting<Optional<String>> MODEL =
      new Setting<>(
          "models.default",
          Kind.maybe("a model such as \"scripted:think=150ms,reply=4s\", or a name listed here"),
          "",
          "Who answers to names that are not listed. Without it they are refused; if none is"
              + " listed, the offline cascade answers to all.");

  static final Setting<Optional<String>> TOOLS =
      new Setting<>(
          "serve.tools",
          Kind.maybe("examples, none, or a file of tools"),
          "",
          "What the server carries out itself, beside the clients' own tools. Without it, the"
              + " cascade has the examples, and other models have none.");

  static final Setting<Boolean> PAGE =
      new Setting<>(
          "serve.page",
          Kind.flag(),
          "true",
          "The playground at /: off for servers that face the internet.");

  static final Setting<String> LOG_LEVEL =
      new Setting<>(
          "log.level",
          Kind.oneOf("error", "warn", "info", "debug"),
          "info",
          "How much is logged. No level logs audio, transcripts, arguments of tools, or keys.");

  static final Setting<String> LOG_FORMAT =
      new Setting<>(
          "log.format",
          Kind.oneOf("text", "json"),
          "text",
          "One line an event, for people, or one JSON object an event, for machines.");

  static final List<Setting<?>> ALL =
      List.of(
          HOST,
          PORT,
          DETECTOR,
          DRAIN,
          FAREWELL,
          THREADS,
          SELF_SIGNED,
          TRUST_FILE,
          CERTIFICATE,
          KEY,
          TOOLS,
          PAGE,
          MODEL,
          LOG_LEVEL,
          LOG_FORMAT);

  private ServeSection() {}
}
