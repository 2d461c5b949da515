package dev.parley.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.config.ServeConfig.ModelSpec;
import dev.parley.server.ServerSettings;
import dev.parley.server.auth.Account;
import dev.parley.sockets.TlsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration comes to. */
class LoaderTest {

  private static final String HASH = "sha256:" + "0123456789abcdef".repeat(4);

  private final Path folder;

  LoaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void nothing_isTheServersOwnDefaults() {
    ServeConfig config = ((Loaded.Ready) Confs.in(folder).load()).config();
    ServerSettings standard = ServerSettings.defaults();

    assertThat(config.server())
        .isEqualTo(standard.withSockets(standard.sockets().withAddress("127.0.0.1", 8080)));
    assertThat(config.models()).isEmpty();
    assertThat(config.others().map(ModelSpec::spec)).contains("cascade");
    assertThat(config.detector()).isEmpty();
    assertThat(config.logLevel()).isEqualTo("info");
  }

  @Test
  void file_saysWhatTheServerWorksBy() {
    ServeConfig config =
        Confs.in(folder)
            .ready(
                """
                serve { host = "::1", port = 9000, drain = 90s, origins = ["https://a.example"] }
                serve.hosts = "a.example, b.example"
                limits.patience { ping = 2s, dead = 5s }
                limits.messages.bytes = 1MiB
                limits.sessions { per-key = 3, length = 10m }
                log { level = debug, format = json }
                """)
            .config();

    ServerSettings server = config.server();
    assertThat(server.sockets().host()).isEqualTo("::1");
    assertThat(server.sockets().port()).isEqualTo(9_000);
    assertThat(server.drain()).isEqualTo(Duration.ofSeconds(90));
    assertThat(server.auth().origins()).containsExactly("https://a.example");
    assertThat(server.auth().hosts()).containsExactly("a.example", "b.example");
    assertThat(server.sockets().patience().dead()).isEqualTo(Duration.ofSeconds(5));
    assertThat(server.sockets().messages().bytes()).isEqualTo(1 << 20);
    assertThat(server.limits().admission().perKey()).isEqualTo(3);
    assertThat(server.limits().length()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.logLevel()).isEqualTo("debug");
    assertThat(config.logJson()).isTrue();
  }

  @Test
  void flag_winsOverVariable_thatOverFile_thatOverDefault() {
    Confs confs = Confs.in(folder);
    String conf = "serve.port = 9000";

    assertThat(confs.ready("").config().server().sockets().port()).isEqualTo(8080);
    assertThat(confs.ready(conf).config().server().sockets().port()).isEqualTo(9000);
    confs = confs.with("PARLEY_SERVE_PORT", "9001");
    assertThat(confs.ready(conf).config().server().sockets().port()).isEqualTo(9001);
    confs = confs.with(new Flag("--port", "serve.port", "9002"));
    assertThat(confs.ready(conf).config().server().sockets().port()).isEqualTo(9002);
  }

  @Test
  void shown_saysWhoSaysSo() {
    List<Shown> shown =
        Confs.in(folder)
            .with("PARLEY_SERVE_DRAIN", "5s")
            .with(new Flag("--host", "serve.host", "127.0.0.2"))
            .ready("\nserve.port = 9000")
            .shown();

    assertThat(shown)
        .extracting(each -> each.line() + " # " + each.where().name())
        .contains(
            "serve.host = \"127.0.0.2\" # --host",
            "serve.port = 9000 # " + folder.resolve("parley.conf") + ":2",
            "serve.drain = 5s # PARLEY_SERVE_DRAIN",
            "limits.messages.bytes = 22MiB # default");
  }

  @Test
  void everySetting_canBeAVariable() {
    assertThat(Settings.all())
        .extracting(Setting::variable)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("PARLEY(_[A-Z]+)+"))
        .contains("PARLEY_LIMITS_MESSAGES_CONTROLS_PER_SECOND");
  }

  @Test
  void file_isFoundByVariable_andItsPathsAreItsOwn() throws IOException {
    Path other = Files.createDirectory(folder.resolve("etc")).resolve("own.conf");
    Files.createFile(folder.resolve("etc/c.pem"));
    Files.createFile(folder.resolve("etc/k.pem"));
    Files.writeString(other, "serve.tls { certificate = c.pem, key = k.pem }");

    Loaded loaded = Confs.in(folder).with("PARLEY_CONFIG", "etc/own.conf").load();

    Loaded.Ready ready = (Loaded.Ready) loaded;
    assertThat(ready.file()).contains(other);
    assertThat(ready.config().server().sockets().tls())
        .isEqualTo(TlsSettings.files(folder.resolve("etc/c.pem"), folder.resolve("etc/k.pem")));
  }

  @Test
  void models_areListed_andTheDefaultMayBeOneOfThem() {
    ServeConfig config =
        Confs.in(folder)
            .ready("models { gpt-realtime = \"echo\", \"gpt-4.1\" = scripted, default = gpt-4.1 }")
            .config();

    assertThat(config.models()).containsOnlyKeys("gpt-realtime", "gpt-4.1");
    assertThat(config.others().map(ModelSpec::spec)).contains("scripted");
    assertThat(Confs.in(folder).ready("models.a = echo").config().others()).isEmpty();
  }

  @Test
  void keys_comeAsHashes_inPlain_fromFilesAndFromTheEnvironment() throws IOException {
    Files.writeString(folder.resolve("old.key"), "a-key-that-lies-in-a-file\n");
    Confs confs = Confs.in(folder).with("SHOP_KEY", "a-key-of-the-environment");

    List<Account> accounts =
        confs
            .ready(
                """
                keys {
                  shop { key = ${SHOP_KEY}, sessions = 7 }
                  phone { key = ["%s", "file:old.key"] }
                  dev { key = test, development = true }
                }
                """
                    .formatted(HASH))
            .config()
            .server()
            .auth()
            .accounts();

    assertThat(accounts)
        .containsExactly(
            Account.of("shop", List.of("a-key-of-the-environment")).withSessionsAtOnce(7),
            Account.of("phone", List.of(HASH, "a-key-that-lies-in-a-file")),
            Account.development("dev", List.of("test")));
  }

  @Test
  void keys_areNeverShown() {
    String shown =
        Confs.in(folder)
            .ready("keys.shop { key = a-key-that-nobody-may-see, sessions = 7 }")
            .shown()
            .toString();

    assertThat(shown)
        .contains("keys.shop.key: hidden (1)", "keys.shop.sessions = 7")
        .doesNotContain("nobody-may-see");
  }

  @Test
  void keysThatAreWrong_areNotRepeated() {
    List<String> problems =
        Confs.in(folder)
            .problems(
                """
                keys.a = canary-1
                keys.b.key = canary
                keys.c.key = { canary-2 = 1 }
                keys.d.sessions = canary-3
                keys.e.key = "file:canary-4"
                """);

    assertThat(problems).hasSizeGreaterThanOrEqualTo(5);
    assertThat(problems.toString()).doesNotContain("canary");
  }

  @Test
  void variableThatTheFileAsksFor_mayHaveAnyName() {
    Confs confs = Confs.in(folder).with("PARLEY_KEYS_SHOP", "a-key-of-the-environment");

    assertThat(
            confs.ready("keys.shop.key = ${PARLEY_KEYS_SHOP}").config().server().auth().accounts())
        .containsExactly(Account.of("shop", List.of("a-key-of-the-environment")));
    assertThat(confs.problems("serve.port = 9000"))
        .containsExactly(
            "PARLEY_KEYS_SHOP: keys stand in the file only: write keys.NAME.key ="
                + " ${PARLEY_KEYS_SHOP} there");
    assertThat(confs.problems("keys.shop.key = ${PARLEY_KEYS_SHOP")).hasSize(1);
  }

  @Test
  void fileThatIsMissing_isToldOnlyIfSomebodyNamedIt() {
    Surroundings around = new Surroundings(Map.of(), folder);

    assertThat(Loader.load(around, Optional.empty(), List.of())).isInstanceOf(Loaded.Ready.class);
    Loaded named = Loader.load(around, Optional.of(folder.resolve("none.conf")), List.of());
    assertThat(((Loaded.Wrong) named).problems())
        .singleElement()
        .asString()
        .endsWith("none.conf: there is no such file");
  }
}
