package dev.parley.app.config;

import dev.parley.server.ServerSettings;
import dev.parley.server.auth.Account;
import dev.parley.server.auth.ApiKeys;
import dev.parley.server.auth.AuthSettings;
import dev.parley.server.auth.Hosts;
import dev.parley.server.auth.Origins;
import dev.parley.sockets.SocketSettings;
import dev.parley.sockets.TlsSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Makes the server's settings of values, and tells what does not go together. */
final class Assembly {

  private static final Pattern ISO = Pattern.compile("PT[0-9.HMS]*[HMS]");

  private final Values values;
  private final Reading reading;

  Assembly(Values values, Reading reading) {
    this.values = values;
    this.reading = reading;
  }

  ServerSettings server(List<Account> accounts) {
    ServerSettings standard = ServerSettings.defaults();
    return new ServerSettings(
        sockets(),
        auth(accounts),
        SessionSection.limits(values),
        together(TrafficSection.RATES, () -> TrafficSection.rates(values), standard.rates()),
        values.get(ServeSection.DRAIN),
        values.get(ServeSection.FAREWELL));
  }

  private SocketSettings sockets() {
    SocketSettings standard = SocketSettings.defaults();
    int threads = values.get(ServeSection.THREADS);
    return new SocketSettings(
        values.get(ServeSection.HOST),
        values.get(ServeSection.PORT),
        tls(),
        threads == 0 ? standard.loops() : threads,
        together(ConnectionSection.HEADS, () -> ConnectionSection.heads(values), standard.head()),
        together(
            TrafficSection.MESSAGES, () -> TrafficSection.messages(values), standard.messages()),
        ConnectionSection.crowd(values),
        together(
            ConnectionSection.TIMES, () -> ConnectionSection.times(values), standard.patience()),
        Math.toIntExact(values.get(ConnectionSection.KERNEL_BYTES)),
        values.get(ConnectionSection.BLOCKED));
  }

  private TlsSettings tls() {
    Optional<Path> certificate = values.get(ServeSection.CERTIFICATE);
    Optional<Path> key = values.get(ServeSection.KEY);
    boolean own = values.get(ServeSection.SELF_SIGNED);
    if (own && (certificate.isPresent() || key.isPresent())) {
      wrong(
          certificate.isPresent() ? ServeSection.CERTIFICATE : ServeSection.KEY,
          "serve.tls.self-signed makes a certificate, and another one is given: choose one");
      return TlsSettings.none();
    }
    if (own) {
      return values
          .get(ServeSection.TRUST_FILE)
          .map(TlsSettings::selfSigned)
          .orElseGet(TlsSettings::selfSigned);
    }
    if (certificate.isPresent() && key.isPresent()) {
      readable(ServeSection.CERTIFICATE, certificate.get());
      readable(ServeSection.KEY, key.get());
      return TlsSettings.files(certificate.get(), key.get());
    }
    if (certificate.isPresent()) {
      wrong(ServeSection.CERTIFICATE, "serve.tls.certificate needs serve.tls.key, too");
    } else if (key.isPresent()) {
      wrong(ServeSection.KEY, "serve.tls.key needs serve.tls.certificate, too");
    }
    return TlsSettings.none();
  }

  private void readable(Setting<?> setting, Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      wrong(
          setting,
          setting.path()
              + " cannot be read from "
              + file
              + ": check that it is a file, and its permissions");
    }
  }

  private AuthSettings auth(List<Account> accounts) {
    AuthSettings auth =
        new AuthSettings(
            accounts,
            values.get(AccessSection.ORIGINS),
            values.get(AccessSection.HOSTS),
            together(
                AccessSection.CLIENT_SECRETS,
                () -> AccessSection.clientSecrets(values),
                AuthSettings.defaults().secrets()),
            AccessSection.wrongKeys(values));
    bind().ifPresent(bind -> check(auth, bind));
    return auth;
  }

  private Optional<InetAddress> bind() {
    String host = values.get(ServeSection.HOST);
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      wrong(
          ServeSection.HOST,
          "there is no address \"" + host + "\": listen at 127.0.0.1, or at 0.0.0.0 for all");
      return Optional.empty();
    }
  }

  private void check(AuthSettings auth, InetAddress bind) {
    together(List.of(AccessSection.ORIGINS), () -> new Origins(auth.origins(), bind), bind);
    together(List.of(AccessSection.HOSTS), () -> new Hosts(auth.hosts(), bind), bind);
    if (reading.problems().isEmpty()) { // or a key that is wrong would count as none
      new ApiKeys(auth.accounts(), 1)
          .refusal(bind)
          .ifPresent(sentence -> wrong(ServeSection.HOST, sentence));
    }
  }

  /** Values that were fine one by one, but may not go together: tells it where one was given. */
  private <T> T together(List<Setting<?>> of, Supplier<? extends T> maker, T instead) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      String sentence = String.valueOf(e.getMessage());
      wrong(
          of.stream()
              .filter(values::isGiven)
              .min((a, b) -> Integer.compare(place(a, sentence), place(b, sentence)))
              .orElse(of.getFirst()),
          section(of) + ": " + inOurUnits(sentence));
      return instead;
    }
  }

  private static String section(List<Setting<?>> of) {
    String path = of.getFirst().path();
    return of.size() == 1 ? path : path.substring(0, path.lastIndexOf('.'));
  }

  /** Records write times as ISO 8601 does, and this file does not. */
  private static String inOurUnits(String sentence) {
    return ISO.matcher(sentence).replaceAll(found -> Units.duration(Duration.parse(found.group())));
  }

  /** Where the sentence names the setting; far off if it does not. */
  private static int place(Setting<?> setting, String sentence) {
    String name = setting.path().substring(setting.path().lastIndexOf('.') + 1).replace("-", "");
    int at = sentence.toLowerCase(Locale.ROOT).indexOf(name);
    return at < 0 ? sentence.length() : at;
  }

  private void wrong(Setting<?> setting, String sentence) {
    reading.wrong(values.source(setting), sentence);
  }
}
