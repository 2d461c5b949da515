package dev.parley.app.serve;

import dev.parley.app.config.PhoneSpec;
import dev.parley.app.config.RecordSpec;
import dev.parley.app.config.ServeConfig;
import dev.parley.server.auth.Account;
import dev.parley.sockets.TlsSettings;
import dev.parley.twilio.voice.VoiceDesk;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the server tells of itself when it has started: where, who answers, who may come in. */
public final class Greeting {

  private Greeting() {}

  /**
   * The lines.
   *
   * @param address where it listens
   * @param file the configuration that was read
   */
  static List<String> lines(ServeConfig config, InetSocketAddress address, Optional<Path> file) {
    boolean encrypted = !(config.server().sockets().tls() instanceof TlsSettings.None);
    String host = host(address, encrypted);
    String at = host + ":" + address.getPort();
    String base = (encrypted ? "https://" : "http://") + at;
    List<Account> accounts = config.server().auth().accounts();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Parley listens at "
            + (encrypted ? "wss://" : "ws://")
            + at
            + "/v1/realtime"
            + (address.getAddress().isAnyLocalAddress() ? ", and at all addresses" : ""));
    if (config.page()) {
      lines.add("  page     " + base + "/ : open it and talk");
    }
    config.phone().ifPresent(phone -> lines.add("  phone    " + webhook(phone)));
    lines.add("  models   " + models(config));
    lines.add(
        "  keys     "
            + (accounts.isEmpty()
                ? "none needed on this machine"
                : "needed; accounts: "
                    + accounts.stream().map(Account::name).collect(Collectors.joining(", "))));
    config.record().ifPresent(record -> lines.add("  records  " + records(record)));
    lines.add("  metrics  " + base + "/metrics");
    lines.add("  config   " + file.map(Path::toString).orElse("none: all defaults"));
    trust(config).ifPresent(pem -> lines.add("  trust    export NODE_EXTRA_CA_CERTS=" + pem));
    lines.add(
        "  client   export OPENAI_BASE_URL="
            + base
            + "/v1 OPENAI_API_KEY="
            + (accounts.isEmpty() ? "none" : "..."));
    lines.add("Ctrl-C stops it when its sessions have ended; Ctrl-C again stops it at once.");
    return lines;
  }

  /** What is to be pasted into Twilio. */
  private static String webhook(PhoneSpec phone) {
    String address = phone.settings().base().http(VoiceDesk.VOICE);
    return address
        + " : the webhook (POST) for Twilio"
        + (phone.agents().isEmpty()
            ? ""
            : "; agents of their own: /" + String.join(", /", phone.agents().keySet()));
  }

  private static String records(RecordSpec record) {
    return record.settings().folder()
        + switch (record.who()) {
          case ALL -> " : every session, but where the client says no";
          case ASKED -> " : sessions whose client says yes (?record=yes)";
        };
  }

  private static String models(ServeConfig config) {
    String named = String.join(", ", config.models().keySet());
    Optional<String> others =
        config.others().map(spec -> spec.spec().split(":", 2)[0]).filter(name -> !name.isEmpty());
    if (named.isEmpty()) {
      return others.map(name -> name + ", whatever name is asked for").orElse("none");
    }
    return named + others.map(name -> "; " + name + " for all other names").orElse("");
  }

  /** A self-signed certificate is good for localhost, whatever the address is. */
  private static String host(InetSocketAddress address, boolean encrypted) {
    if (address.getAddress().isAnyLocalAddress()) {
      return encrypted ? "localhost" : "127.0.0.1";
    }
    String host = address.getAddress().getHostAddress();
    if (host.equals("0:0:0:0:0:0:0:1")) {
      return "[::1]"; // as people write it
    }
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static Optional<Path> trust(ServeConfig config) {
    return config.server().sockets().tls() instanceof TlsSettings.SelfSigned own
        ? own.pem().map(Path::toAbsolutePath)
        : Optional.empty();
  }
}
