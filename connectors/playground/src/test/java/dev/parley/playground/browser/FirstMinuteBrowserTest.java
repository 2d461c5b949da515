package dev.parley.playground.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first minute of somebody who reads nothing, and the pictures of it in the documentation.
 *
 * <p>Those are made anew with a server that runs, and with espeak-ng for the caller: {@code
 * ./parley serve}, and then {@code mvn -pl connectors/playground test -Dtest=FirstMinuteBrowserTest
 * -Dparley.page=http://127.0.0.1:8080/ -Dparley.docs.update=true}. Without a server, a scripted
 * model answers.
 */
class FirstMinuteBrowserTest {

  private static final Path PICTURES = Path.of("target", "playground");
  private static final Path DOCS = Path.of("..", "..", "docs", "images");
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final long MOST_BYTES = 150_000;

  @BeforeAll
  static void browser() {
    assumeTrue(Chromium.find().isPresent(), "the browser suite needs chromium");
  }

  @Test
  void firstMinute_isStartSpeakHearInterrupt_andATool(@TempDir Path folder) throws Exception {
    String page = System.getProperty("parley.page", "");
    if (page.isEmpty()) {
      Path voice =
          new Talker()
              .pause(ms(4_500))
              .speak(ms(1_000))
              .pause(ms(2_600))
              .speak(ms(1_000))
              .pause(ms(6_000))
              .write(folder.resolve("voice.wav"));
      try (Site site = Site.of("think=60ms,reply=3s,hears=roll two dice")) {
        minute(site.url(), voice);
      }
    } else {
      Phrases voice = Phrases.find().orElseThrow();
      voice.pause(ms(8_000)).say("what can you do").pause(ms(2_900)).say("roll two dice");
      minute(page, voice.pause(ms(9_000)).write(folder.resolve("voice.wav")));
    }
  }

  private static Duration ms(int count) {
    return Duration.ofMillis(count);
  }

  private static void minute(String url, Path voice) throws Exception {
    try (Chromium browser = Chromium.hearing(voice)) {
      Tab tab = browser.open(url, 1280, 860);
      tab.scheme("light");
      tab.until("document.querySelector('#models option')", PATIENCE);
      assertThat(tab.text("#openers")).contains("What can you do?", "Add example tools");
      picture(tab, "minute-start.png");

      tab.click("#openers .chip:last-child");
      assertThat(tab.text("#openers")).contains("Roll two dice").doesNotContain("Add example");
      tab.click("#start");
      tab.until("document.querySelectorAll('.turn[data-ms]').length >= 2", PATIENCE);
      tab.until("document.querySelector('.entry.agent:last-of-type .coming')", PATIENCE);
      assertThat(tab.isVisible("#openers")).isFalse();
      tab.until(
          "document.querySelector('#stages-legend').textContent.includes('decide')", PATIENCE);
      picture(tab, "minute-talk.png");

      tab.until("document.querySelector('.turn[data-cut-ms]')", PATIENCE);
      tab.until("document.querySelector('.entry.agent .unheard')", PATIENCE);
      picture(tab, "minute-cut.png");

      tab.until("document.querySelector('.entry.tool pre')?.textContent.includes('→')", PATIENCE);
      tab.until("document.querySelectorAll('.turn[data-ms]').length >= 3", PATIENCE);
      tab.until("!document.querySelector('.entry.agent:last-of-type .coming')", PATIENCE);
      picture(tab, "playground.png");

      assertTimed(tab);
      assertThat(tab.complaints()).isEmpty();
    }
  }

  /** What the server tells and what the page measures fit into one another. */
  private static void assertTimed(Tab tab) {
    JsonNode turns = tab.ofCall("call.turns.all.filter((turn) => turn.marks.server)");
    assertThat(turns.size()).isGreaterThanOrEqualTo(2);
    for (JsonNode turn : turns) {
      JsonNode marks = turn.path("marks");
      assertThat(marks.at("/server/noticed").asDouble())
          .isGreaterThan(marks.path("end").asDouble());
      assertThat(marks.at("/server/decided").asDouble())
          .isCloseTo(marks.path("held").asDouble(), Offset.offset(0.002));
      assertThat(marks.path("played").asDouble())
          .isGreaterThan(marks.at("/server/sent").asDouble());
    }
  }

  private static void picture(Tab tab, String name) throws Exception {
    Path file = PICTURES.resolve(name);
    tab.picture(file);
    assertThat(Files.size(file)).as(name).isBetween(10_000L, MOST_BYTES);
    if (Boolean.getBoolean("parley.docs.update")) {
      Files.copy(file, DOCS.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
