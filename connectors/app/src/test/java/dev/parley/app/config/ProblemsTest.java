package dev.parley.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong is told with its place and what to do. */
class ProblemsTest {

  private final Path folder;

  ProblemsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ##serve.prot = 1                         | 3: there is no setting serve.prot: did you mean serve.port?
          #port = 1                                | 2: there is no setting port: did you mean serve.port?
          serve { hots = [] }                      | 1: there is no setting serve.hots: did you mean serve.hosts?
          limit.sessions.per-key = 5               | 1: there is no setting limit: did you mean limits?
          nothing = 1                              | 1: there is no setting nothing: 'parley config example' lists all
          serve = 1                                | 1: serve is a section: write serve { ... } around its settings
          keys = 1                                 | 1: keys is a section: write keys { ... } around its settings
          serve {#port = eighty }                  | 2: serve.port must be a whole number from 0 to 65535, found "eighty"
          serve.port = 70000                       | 1: serve.port must be a whole number from 0 to 65535, found 70000
          serve.port = 80.5                        | 1: serve.port must be a whole number from 0 to 65535, found 80.5
          serve.port = [1]                         | 1: serve.port must be a whole number from 0 to 65535, found a list
          serve.drain = 600                        | 1: serve.drain must be a time from 0s to 24h with its unit, such as 500ms, 30s or 10m, found 600
          serve.drain = soon                       | 1: serve.drain must be a time
          serve.drain = -1s                        | 1: serve.drain must be a time
          limits.messages.bytes = 1                | 1: limits.messages.bytes must be a size from 125 to 1GiB, such as 64KiB, found 1
          limits.messages.bytes = big              | 1: limits.messages.bytes must be a size
          serve.tls.self-signed = maybe            | 1: serve.tls.self-signed must be true or false, found "maybe"
          serve.vad = loud                         | 1: serve.vad must be one of best, silero, webrtc, energy, found "loud"
          serve.host = ""                          | 1: serve.host must be an address such as 127.0.0.1 or 0.0.0.0, found ""
          serve.origins = { a = 1 }                | 1: serve.origins must be a list of origins
          ##serve.origins = [here]                 | 3: serve.origins: An allowed origin reads https://host
          serve.hosts = ["a b"]                    | 1: serve.hosts: An allowed host reads name
          log.level = loud                         | 1: log.level must be one of error, warn, info, debug, found "loud"
          limits.patience { ping = 10s#dead = 5s } | 2: limits.patience: patience.dead must be more than patience.ping (10s), got 5s
          limits.head.uri-bytes = 64KiB            | 1: limits.head: head.uriBytes must be 16 to 16384, got 65536
          limits.messages.bytes-of-node = 1MiB     | 1: limits.messages: messages.bytesOfNode must be
          limits.client-secrets.per-key-chars = 1k | 1: limits.client-secrets: sessionChars must fit
          models.gpt-4.1 = echo                    | 1: models.gpt-4 must be a model such as "scripted:think=150ms,reply=4s", found a section { ... } (a name with dots needs quotes)
          models { a = 1 }                         | 1: models.a must be a model such as "scripted:think=150ms,reply=4s", found a number
          keys.a = secret                          | 1: keys.a is an account: write keys.a { key = "sha256:..." }
          keys { a {#} }                           | 1: Account a must have one key, or two while one replaces the other; it has 0.
          #keys.a.key = short                      | 2: A key of account a has fewer than 16 characters
          keys.a.key = "sha256:12"                 | 1: A hashed key reads sha256: and 64 hex digits.
          keys.a.key = "file:none"                 | 1: the file that keys.a.key names cannot be read
          keys.a { key = 0123456789abcdef#kye = 1} | 2: there is no setting keys.a.kye: did you mean keys.a.key?
          keys.a { key = 0123456789abcdef#sessions = 0 } | 2: keys.a.sessions must be a whole number from 1 to 1000000, found a number
          keys."a b".key = 0123456789abcdef        | 1: An account's name has 1 to 64 letters, digits, - and _ only.
          keys.a.key = 0123456789abcdef#keys.b.key = 0123456789abcdef | 2: Accounts a and b have the same key
          serve.host = 0.0.0.0                     | 1: The server would listen on 0.0.0.0 without any API key
          serve.host = 0.0.0.0#keys.a { key = x, development = true } | 1: The server would listen on 0.0.0.0 with a key that is for development only
          serve.host = no.such.host.invalid        | 1: there is no address "no.such.host.invalid"
          serve.tls.certificate = parley.conf      | 1: serve.tls.certificate needs serve.tls.key, too
          serve.tls.key = parley.conf              | 1: serve.tls.key needs serve.tls.certificate, too
          serve.tls { certificate = a.pem#key = parley.conf } | 1: serve.tls.certificate cannot be read from
          serve.tls { self-signed = true#certificate = parley.conf } | 2: serve.tls.self-signed makes a certificate, and another one is given: choose one
          serve { port = 1                         | 2: expecting a close
          #serve.port = a:b                        | 2: Expecting
          keys.a.key = ${NO_SUCH_VARIABLE}         | 1: Could not resolve substitution to a value: ${NO_SUCH_VARIABLE} (set it, or write ${?NAME}
          """)
  void mistake_isToldOnce_withItsLineAndARemedy(String conf, String sentence) {
    List<String> problems = Confs.in(folder).problems(conf.replace("#", "\n") + "\n");

    assertThat(problems).singleElement().asString().startsWith("parley.conf:" + sentence);
  }

  @Test
  void allMistakes_areToldAtOnce_inTheOrderOfTheFile() {
    List<String> problems =
        Confs.in(folder)
            .problems("serve.port = a\nlog.level = b\nserve.prot = 1\nkeys.a.key = short\n");

    assertThat(problems)
        .extracting(each -> each.substring(0, each.indexOf(": ")))
        .containsExactly("parley.conf:1", "parley.conf:2", "parley.conf:3", "parley.conf:4");
  }

  @Test
  void fileThatIsIncluded_isNamedItself() throws IOException {
    Files.writeString(folder.resolve("more.conf"), "\n\nserve.port = a\n");

    assertThat(Confs.in(folder).problems("include \"more.conf\"\n"))
        .singleElement()
        .asString()
        .startsWith("more.conf:3: serve.port must be");
  }

  @Test
  void variableAndFlag_areNamedInPlaceOfALine() {
    Confs confs = Confs.in(folder);

    assertThat(confs.with("PARLEY_SERVE_PORT", "tcp://10.0.0.1:80").problems(""))
        .singleElement()
        .asString()
        .startsWith("PARLEY_SERVE_PORT: serve.port must be a whole number");
    assertThat(confs.with("PARLEY_SERVE_PROT", "80").problems(""))
        .containsExactly(
            "PARLEY_SERVE_PROT: this is no setting's variable: did you mean PARLEY_SERVE_PORT?");
    assertThat(confs.with(new Flag("--drain", "serve.drain", "soon")).problems(""))
        .singleElement()
        .asString()
        .startsWith("--drain: serve.drain must be a time");
  }
}
