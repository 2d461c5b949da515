package dev.parley.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.turn.Eagerness;
import dev.parley.engine.conversation.Effort;
import dev.parley.twilio.Greeting;
import dev.parley.twilio.TwilioSettings;
import dev.parley.twilio.signature.AuthTokens;
import dev.parley.twilio.signature.PublicBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The telephone as a configuration says. */
class PhoneConfigTest {

  private static final String ON =
      "twilio { public-base = \"https://voice.example.com\", auth-token = token-1 }\n";

  private final Path folder;

  PhoneConfigTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private PhoneSpec phone(String conf) {
    return Confs.in(folder).ready(conf).config().phone().orElseThrow();
  }

  @Test
  void nothing_isNoTelephone() {
    assertThat(Confs.in(folder).ready("twilio.hang-up = true").config().phone()).isEmpty();
  }

  @Test
  void baseAndToken_areTheTelephonesOwnDefaults() {
    PhoneSpec phone = phone(ON);

    assertThat(phone.settings())
        .isEqualTo(
            TwilioSettings.of(
                PublicBase.parse("https://voice.example.com"), AuthTokens.of("token-1")));
    assertThat(phone.agents()).isEmpty();
    assertThat(phone.mostCalls()).isEqualTo(100);
    assertThat(phone.agent())
        .isEqualTo(
            new AgentSpec(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Eagerness.MEDIUM,
                new Greeting.Reply()));
  }

  @Test
  void file_saysHowCallsAreLed() {
    TwilioSettings settings =
        phone(
                ON
                    + """
                    twilio {
                      account-sid = AC1
                      transfers {
                        sales = "+15551230000"
                        office = "+15551230001"
                      }
                      caller-id = "+15551230002", transfer-rings = 20s
                      hang-up = true, press-keys = true, tell-keys = false
                      length = 10m, silence = 30s, prompt = "Hello?", prompt-after = 10s
                      goodbye = "Bye.", last-words = 3s, lead = 200ms, start-within = 2s
                      retries = 2, busy = "Busy.", sorry = "Sorry."
                    }
                    """)
            .settings();

    assertThat(settings.voice().transfers().numbers())
        .containsExactly(Map.entry("sales", "+15551230000"), Map.entry("office", "+15551230001"));
    assertThat(settings.voice().transfers().callerId()).contains("+15551230002");
    assertThat(settings.voice().transfers().patience()).isEqualTo(Duration.ofSeconds(20));
    assertThat(settings.voice().accountSid()).contains("AC1");
    assertThat(settings.voice().retries()).isEqualTo(2);
    assertThat(settings.voice().busy()).isEqualTo("Busy.");
    assertThat(settings.voice().sorry()).isEqualTo("Sorry.");
    assertThat(settings.tools().hangUp()).isTrue();
    assertThat(settings.tools().pressKeys()).isTrue();
    assertThat(settings.line().maximum()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.line().silence()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.line().prompt().orElseThrow().after()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.line().goodbye()).contains("Bye.");
    assertThat(settings.line().lastWords()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.line().lead()).isEqualTo(Duration.ofMillis(200));
    assertThat(settings.line().startWithin()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.line().keys().told()).isFalse();
  }

  @Test
  void agents_areAsAllAre_butForWhatTheySayOfThemselves() {
    PhoneSpec phone =
        phone(
            ON
                + """
                models { fast = echo, default = echo }
                twilio { instructions = "All.", greeting = none, eagerness = high, effort = low }
                twilio.agents {
                  shop { instructions = "Shop.", model = fast, greeting = "Welcome.", voice = alto }
                  help {}
                }
                """);

    assertThat(phone.agents()).containsOnlyKeys("shop", "help");
    assertThat(phone.agents().get("help")).isEqualTo(phone.agent());
    AgentSpec shop = Objects.requireNonNull(phone.agents().get("shop"));
    assertThat(shop.instructions()).contains("Shop.");
    assertThat(shop.model()).contains("fast");
    assertThat(shop.voice()).contains("alto");
    assertThat(shop.greeting()).isEqualTo(new Greeting.Say("Welcome."));
    assertThat(shop.eagerness()).isEqualTo(Eagerness.HIGH);
    assertThat(shop.effort()).contains(Effort.LOW);
    assertThat(phone.agent().greeting()).isEqualTo(new Greeting.None());
  }

  @Test
  void tokens_comeFromFilesAndVariables_twoWhileOneReplacesTheOther() throws IOException {
    Files.writeString(folder.resolve("new.token"), "token-2\n");
    String base = "twilio.public-base = \"https://voice.example.com\"\n";

    assertThat(
            phone(base + "twilio.auth-token = [\"file:new.token\", token-1]").settings().tokens())
        .isEqualTo(AuthTokens.of("token-2").withPrevious("token-1"));
    assertThat(
            Confs.in(folder)
                .with("PARLEY_TWILIO_AUTH_TOKEN", "file:new.token, token-1")
                .ready(base)
                .config()
                .phone()
                .orElseThrow()
                .settings()
                .tokens())
        .isEqualTo(AuthTokens.of("token-2").withPrevious("token-1"));
  }

  @Test
  void transfers_canBeAVariable() {
    assertThat(
            Confs.in(folder)
                .with("PARLEY_TWILIO_TRANSFERS", "sales=+15551230000, office = +15551230001")
                .ready(ON)
                .config()
                .phone()
                .orElseThrow()
                .settings()
                .voice()
                .transfers()
                .numbers()
                .keySet())
        .containsExactly("sales", "office");
  }

  @Test
  void shown_hidesTokens_andHasAllElse() {
    List<String> shown =
        Confs.in(folder)
            .ready(ON + "twilio.transfers.a = \"+15551\"\ntwilio.agents.shop.greeting = none\n")
            .shown()
            .stream()
            .map(Shown::line)
            .toList();

    assertThat(shown)
        .contains(
            "twilio.public-base = \"https://voice.example.com\"",
            "# twilio.auth-token: hidden (1)",
            "twilio.transfers = { a = \"+15551\" }",
            "twilio.agents.shop.greeting = \"none\"");
    assertThat(shown.toString()).doesNotContain("token-1");
    assertThat(Confs.in(folder).ready("").shown().stream().map(Shown::line))
        .contains("twilio.auth-token = []", "twilio.transfers = {}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          twilio.public-base = "https://a.example" | 1: twilio.public-base needs twilio.auth-token, too
          twilio.auth-token = canary               | 1: twilio.auth-token needs twilio.public-base, too
          twilio { auth-token = canary#public-base = "a.example" } | 2: twilio.public-base: the public base must be the address by which Twilio
          twilio { public-base = "https://a.example"#auth-token = [canary1, canary2, canary3] } | 2: twilio.auth-token must be one token, or two while one replaces the other; it has 3
          twilio { public-base = "https://a.example"#auth-token = "file:canary" } | 2: the file that twilio.auth-token names cannot be read
          twilio { public-base = "https://a.example"#auth-token = "file:empty" } | 2: twilio.auth-token: the Twilio auth token must not be empty
          twilio.auth-token = { canary = 1 }       | 1: twilio.auth-token must be an auth token, or a list of two, found a section
          ##ON twilio.transfers = { "a b" = "+15551" } | 3: twilio.transfers: a transfer's name must be
          #ON twilio.transfers = { a = 5551 }      | 2: twilio.transfers: a telephone number must be written as +15551234567
          #ON twilio.transfers = nobody            | 2: twilio.transfers must be names with a number each
          #ON twilio { prompt = "Hello?", silence = 10s } | 2: twilio.prompt-after must be less than twilio.silence (10s), it is 20s
          #ON twilio.model = nobody                | 2: there is no model "nobody" in models: list it there
          #ON models { fast = echo, default = echo }, twilio.model = fats | 2: there is no model "fats" in models: did you mean "fast"?
          #ON models.fast = echo                   | 1: it is not said who takes calls: set twilio.model or models.default
          #ON twilio.agents.shop = echo            | 2: twilio.agents.shop is an agent: write twilio.agents.shop { instructions
          #ON twilio.agents = 1                    | 2: twilio.agents is a section
          #ON twilio.agents."a b" {}               | 2: twilio.agents."a b" stands in an address
          #ON twilio.agents.shop { voise = a }     | 2: there is no setting twilio.agents.shop.voise: did you mean twilio.agents.shop.voice?
          #ON twilio.agents.shop { calls = 3 }     | 2: there is no setting twilio.agents.shop.calls
          #ON twilio.agents.shop { effort = huge } | 2: twilio.agents.shop.effort must be one of auto,
          #ON twilio.agents.shop { model = nobody } | 2: there is no model "nobody" in models
          #ON twilio.hangup = true                 | 2: there is no setting twilio.hangup: did you mean twilio.hang-up?
          """)
  void mistake_isToldOnce_withItsLineAndARemedy(String conf, String sentence) throws IOException {
    Files.createFile(folder.resolve("empty"));
    String whole = conf.startsWith("#") && conf.contains("ON ") ? ON.strip() + conf : conf;

    List<String> problems =
        Confs.in(folder).problems(whole.replace("#", "\n").replace("ON ", "") + "\n");

    assertThat(problems).singleElement().asString().startsWith("parley.conf:" + sentence);
    assertThat(problems.toString()).doesNotContain("canary");
  }

  @Test
  void agentsInVariables_areToldWhereTheyBelong() {
    assertThat(Confs.in(folder).with("PARLEY_TWILIO_AGENTS_SHOP", "echo").problems(""))
        .containsExactly(
            "PARLEY_TWILIO_AGENTS_SHOP: agents stand in the file only, as twilio.agents.NAME");
  }

  @Test
  void nothingSecret_isInItsTexts() {
    PhoneSpec phone = phone(ON + "twilio { instructions = canary, greeting = canary }");

    assertThat(phone.toString()).doesNotContain("canary").doesNotContain("token-1");
  }
}
