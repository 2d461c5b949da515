package dev.parley.playground.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.server.ServerSettings;
import dev.parley.server.auth.Account;
import dev.parley.server.auth.AuthSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with keyboard and mouse, in a quiet room. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypedBrowserTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LIVE = "document.querySelector('#status').dataset.state === 'live'";

  private Chromium browser;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    assumeTrue(Chromium.find().isPresent(), "the browser suite needs chromium");
    browser =
        Chromium.hearing(
            new Talker().pause(Duration.ofSeconds(1)).write(folder.resolve("quiet.wav")));
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private Tab open(Site site) {
    Tab tab = browser.open(site.url(), 1440, 900);
    tab.fill("[name=greet]", "false");
    return tab;
  }

  private static void begin(Tab tab) {
    tab.click("#start");
    tab.until(LIVE, PATIENCE);
  }

  private static void type(Tab tab, String text) {
    tab.fill("#text", text);
    tab.click("#composer button");
  }

  @Test
  void greeting_isHeard_withoutAWord() throws Exception {
    try (Site site = Site.of("think=50ms,reply=500ms")) {
      Tab tab = browser.open(site.url(), 1440, 900);
      begin(tab);
      tab.until("document.querySelector('.turn .total').textContent.includes('ms')", PATIENCE);
      assertThat(tab.text(".turn")).contains("greeting");
      assertThat(tab.text("#latency-count")).isEqualTo("0");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void exampleTool_isAnsweredInThePage() throws Exception {
    try (Site site = Site.of("think=50ms,reply=500ms")) {
      Tab tab = open(site);
      tab.click("#examples");
      begin(tab);
      type(tab, "What time is it?");
      tab.until("document.querySelector('.turn[data-ms]')", PATIENCE);

      JsonNode tool = tab.ofCall("call.transcript.entries.find((entry) => entry.role === 'tool')");
      assertThat(tool.path("name").asText()).isEqualTo("what_time");
      assertThat(tool.path("output").asText()).matches("\\{\"time\":\"\\d\\d:\\d\\d\"}");
      assertThat(tab.text(".entry.tool")).contains("what_time", "time");
      assertThat(tab.text(".turn")).contains("1 tool call");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void unknownTool_isAnsweredByThePerson() throws Exception {
    try (Site site = Site.of("think=50ms,reply=500ms")) {
      Tab tab = open(site);
      tab.fill("#set-tools", "[{\"type\":\"function\",\"name\":\"open_door\"}]");
      begin(tab);
      type(tab, "Open the door.");
      tab.until("document.querySelector('.entry.tool form')", PATIENCE);
      assertThat(tab.text(".entry.tool")).contains("open_door");
      tab.fill(".entry.tool textarea", "{\"open\": true}");
      tab.click(".entry.tool form button");
      tab.until("document.querySelector('.turn[data-ms]')", PATIENCE);
      assertThat(tab.text(".entry.tool")).contains("\"open\":true");
    }
  }

  @Test
  void event_isSpoken() throws Exception {
    try (Site site = Site.of("think=50ms,reply=500ms")) {
      Tab tab = open(site);
      begin(tab);
      tab.fill("#text-as", "event");
      type(tab, "Your tea is ready.");
      tab.until("document.querySelector('.turn[data-ms]')", PATIENCE);
      assertThat(tab.text(".entry.event")).contains("say: Your tea is ready.");
      assertThat(tab.text(".turn")).contains("event");
    }
  }

  @Test
  void keyboard_mutesAndInterrupts() throws Exception {
    try (Site site = Site.of("think=50ms,reply=20s")) {
      Tab tab = open(site);
      begin(tab);
      tab.value("document.activeElement.blur()");
      tab.press(" ", "Space", 32);
      tab.until("document.querySelector('#mute').getAttribute('aria-pressed') === 'true'");
      tab.press(" ", "Space", 32);
      tab.until("document.querySelector('#mute').getAttribute('aria-pressed') === 'false'");

      type(tab, "Tell me a story.");
      tab.until("!document.querySelector('#interrupt').disabled", PATIENCE);
      tab.press("Escape", "Escape", 27);
      tab.until("document.querySelector('.turn[data-cut-ms]')", PATIENCE);
      assertThat(tab.ofCall("call.turns.interruptions[0].by").asText()).isEqualTo("hand");
      assertThat(tab.text(".turn")).contains("stopped by hand");
      assertThat(tab.text(".entry.agent")).contains("cut at");
    }
  }

  @Test
  void serverThatGoes_isWaitedFor() throws Exception {
    try (Site site = Site.of("think=50ms,reply=500ms")) {
      Tab tab = open(site);
      begin(tab);
      type(tab, "Are you there?");
      tab.until("document.querySelector('.turn[data-ms]')", PATIENCE);

      site.leave();
      tab.until("document.querySelector('#status').textContent.includes('Trying again')", PATIENCE);
      assertThat(tab.isVisible("#problem")).isTrue();
      assertThat(tab.isVisible("#retry")).isTrue();

      site.comeBack("think=50ms,reply=500ms");
      tab.click("#retry");
      tab.until(LIVE, PATIENCE);
      assertThat(tab.isVisible("#problem")).isFalse();
      assertThat(tab.text(".entry.note")).contains("remembers nothing");
      type(tab, "And now?");
      tab.until("document.querySelectorAll('.turn[data-ms]').length === 2", PATIENCE);
    }
  }

  @Test
  void serverThatComesBackByItself_isFoundByItself() throws Exception {
    try (Site site = Site.of("think=50ms,reply=500ms")) {
      Tab tab = open(site);
      begin(tab);
      site.leave();
      tab.until("document.querySelector('#status').textContent.includes('Trying again')", PATIENCE);
      site.comeBack("think=50ms,reply=500ms");
      tab.until(LIVE, PATIENCE);
    }
  }

  @Test
  void missingPermission_isExplained_andTypingStillWorks() throws Exception {
    try (Site site = Site.of("think=50ms,reply=500ms");
        Chromium strict = Chromium.forbidding()) {
      Tab tab = strict.open(site.url(), 1440, 900);
      tab.fill("[name=greet]", "false");
      tab.click("#start");
      tab.until("document.querySelector('#problem').checkVisibility()", PATIENCE);
      assertThat(tab.text("#problem")).contains("not allowed", "address bar");
      assertThat(tab.text("#start")).contains("Start");

      type(tab, "Hello?");
      tab.until("document.querySelector('.turn[data-ms]')", PATIENCE);
      assertThat(tab.isVisible("#problem")).isFalse();
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void callBegunByTyping_takesTheMicrophoneLater() throws Exception {
    try (Site site = Site.of("think=50ms,reply=500ms")) {
      Tab tab = open(site);
      type(tab, "Hello?");
      tab.until("document.querySelector('.turn[data-ms]')", PATIENCE);
      assertThat(tab.text("#mute")).contains("Use the microphone");
      assertThat(tab.text("#hint")).contains("microphone is off");

      tab.click("#mute");
      tab.until("document.querySelector('#mute-word').textContent === 'Mute'", PATIENCE);
      assertThat(tab.ofCall("call.hasMicrophone").asBoolean()).isTrue();
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void firstWords_areOffered_andSentByAPress() throws Exception {
    try (Site site = Site.of("think=50ms,reply=500ms")) {
      Tab tab = open(site);
      tab.click("#openers .chip");
      tab.until("document.querySelector('.turn[data-ms]')", PATIENCE);
      assertThat(tab.text(".entry.caller")).contains("What can you do?");
      assertThat(tab.isVisible("#openers")).isFalse();
    }
  }

  @Test
  void unknownModel_isExplained() throws Exception {
    try (Site site = Site.of("think=50ms,reply=500ms")) {
      Tab tab = open(site);
      tab.fill("[name=model]", "nobody");
      tab.click("#start");
      tab.until("document.querySelector('#problem').checkVisibility()", PATIENCE);
      assertThat(tab.text("#problem")).contains("no model “nobody”", "scripted");
    }
  }

  @Test
  void key_isAskedFor_andKeptInTheTab() throws Exception {
    String key = "key-of-alice-0123456789";
    ServerSettings settings =
        ServerSettings.defaults()
            .withAuth(
                AuthSettings.defaults().withAccounts(List.of(Account.of("alice", List.of(key)))));
    try (Site site = Site.of("think=50ms,reply=500ms", settings)) {
      Tab tab = open(site);
      tab.until("document.querySelector('#key-form').checkVisibility()", PATIENCE);
      assertThat(tab.text("#problem")).contains("needs a key", "Paste one here");
      tab.fill("[name=model]", "scripted");

      tab.fill("#key", "a-wrong-key-0123456789");
      tab.click("#key-form button");
      tab.until("document.querySelector('#problem').textContent.includes('Incorrect')", PATIENCE);
      tab.fill("#key", key);
      tab.click("#key-form button");
      tab.until(LIVE, PATIENCE);
      assertThat(tab.value("localStorage.length + Object.values(localStorage).join()").asText())
          .doesNotContain(key);
      assertThat(tab.value("sessionStorage.getItem('parley.key')").asText()).isEqualTo(key);
      assertThat(tab.text("body")).doesNotContain(key);
    }
  }

  @Test
  void settings_areChecked_shownAsCode_andApplied() throws Exception {
    try (Site site = Site.of("think=50ms,reply=500ms")) {
      Tab tab = open(site);
      tab.fill("[name=silence]", "soon");
      assertThat(tab.text("#silence-wrong")).contains("whole milliseconds");
      tab.fill("[name=silence]", "450");
      assertThat(tab.value("document.querySelector('#silence-wrong')").isNull()).isTrue();
      assertThat(tab.value("document.querySelector('#code').textContent").asText())
          .contains("\"silence_duration_ms\": 450");

      begin(tab);
      assertThat(tab.isVisible("#apply")).isFalse();
      tab.fill("[name=instructions]", "Be brief.");
      assertThat(tab.isVisible("#apply")).isTrue();
      tab.click("#apply");
      tab.until("document.querySelector('#apply-note').textContent === 'Applied.'", PATIENCE);
      tab.click("#tab-events");
      tab.fill("#filter", "session.updated brief");
      tab.until("document.querySelector('#events .in')", PATIENCE);
      assertThat(tab.complaints()).isEmpty();
    }
  }
}
