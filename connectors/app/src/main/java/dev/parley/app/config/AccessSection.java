package dev.parley.app.config;

import dev.parley.server.auth.AuthFailureSettings;
import dev.parley.server.auth.ClientSecretSettings;
import dev.parley.server.auth.Share;
import java.time.Duration;
import java.util.List;

/** Who may come in, besides the keys themselves. */
final class AccessSection {

  static final Setting<List<String>> ORIGINS =
      new Setting<>(
          "serve.origins",
          Kind.texts("a list of origins such as [\"https://app.example.com\"]"),
          "",
          "Web pages that may talk to the server: https://host, https://*.host, with a port where"
              + " it is not the usual one, or null. Its own pages always; on loopback, pages of"
              + " localhost, 127.x.x.x and [::1] at any port, too.");

  static final Setting<List<String>> HOSTS =
      new Setting<>(
          "serve.hosts",
          Kind.texts("a list of names such as [\"api.example.com\"]"),
          "",
          "Names that the server answers to: name, name:port or *.name. On loopback its own names"
              + " always; elsewhere all, if none is listed.");

  static final Setting<Integer> WRONG_MOST =
      new Setting<>(
          "limits.wrong-keys.most",
          Kind.whole(1, 1_000),
          "10",
          "So many wrong keys from one address in the window; over it 429.");

  static final Setting<Duration> WRONG_WINDOW =
      new Setting<>(
          "limits.wrong-keys.window",
          Kind.duration(Duration.ofSeconds(1), Duration.ofHours(24)),
          "1m",
          "The window in which wrong keys count.");

  static final Setting<Integer> WRONG_ADDRESSES =
      new Setting<>(
          "limits.wrong-keys.addresses",
          Kind.whole(1, 10_000_000),
          "10000",
          "How many addresses are remembered; who failed longest ago is forgotten first.");

  static final Setting<Integer> SECRETS =
      new Setting<>(
          "limits.client-secrets.count",
          Kind.whole(1, 10_000_000),
          "100000",
          "Client secrets that are remembered at once; over it 429.");

  static final Setting<Long> SECRET_CHARS =
      new Setting<>(
          "limits.client-secrets.chars",
          Kind.bytes(1, 1L << 40),
          "64MiB",
          "Characters of the sessions bound to them, in all.");

  static final Setting<Integer> KEY_SECRETS =
      new Setting<>(
          "limits.client-secrets.per-key-count",
          Kind.whole(1, 10_000_000),
          "10000",
          "Client secrets of one account.");

  static final Setting<Long> KEY_SECRET_CHARS =
      new Setting<>(
          "limits.client-secrets.per-key-chars",
          Kind.bytes(1, 1L << 40),
          "16MiB",
          "Characters of the sessions bound to one account's.");

  static final Setting<Long> SESSION_CHARS =
      new Setting<>(
          "limits.client-secrets.session-chars",
          Kind.bytes(1, 1L << 30),
          "1MiB",
          "Characters of the longest session that may be bound to one.");

  static final List<Setting<?>> ALLOWED = List.of(ORIGINS, HOSTS);
  static final List<Setting<?>> WRONG_KEYS = List.of(WRONG_MOST, WRONG_WINDOW, WRONG_ADDRESSES);
  static final List<Setting<?>> CLIENT_SECRETS =
      List.of(SECRETS, SECRET_CHARS, KEY_SECRETS, KEY_SECRET_CHARS, SESSION_CHARS);

  private AccessSection() {}

  static AuthFailureSettings wrongKeys(Values values) {
    return new AuthFailureSettings(
        values.get(WRONG_MOST), values.get(WRONG_WINDOW), values.get(WRONG_ADDRESSES));
  }

  static ClientSecretSettings clientSecrets(Values values) {
    return new ClientSecretSettings(
        new Share(values.get(SECRETS), values.get(SECRET_CHARS)),
        new Share(values.get(KEY_SECRETS), values.get(KEY_SECRET_CHARS)),
        Math.toIntExact(values.get(SESSION_CHARS)));
  }
}
