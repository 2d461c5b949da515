package dev.parley.playground.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A person who speaks to the page, and into its answers: a WAV file is their voice. */
class SpokenBrowserTest {

  private static final Logger LOG = LoggerFactory.getLogger(SpokenBrowserTest.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String NOT_FIRST = "false";

  @BeforeAll
  static void browser() {
    assumeTrue(Chromium.find().isPresent(), "the browser suite needs chromium");
  }

  private static Duration ms(int count) {
    return Duration.ofMillis(count);
  }

  @Test
  void spokenTurn_isAnswered_shown_andMeasured(@TempDir Path folder) throws Exception {
    Talker talker = new Talker().pause(ms(1_000)).speak(ms(1_500)).pause(ms(8_000));
    try (Site site = Site.of("think=100ms,reply=2s,hears=hello there");
        Chromium browser = Chromium.hearing(talker.write(folder.resolve("voice.wav")))) {
      Tab tab = browser.open(site.url(), 1440, 900);
      tab.fill("[name=greet]", NOT_FIRST);
      tab.click("#start");
      tab.until("document.querySelector('.turn[data-ms]')", PATIENCE);
      tab.until("document.querySelector('.entry.agent .what')?.textContent", PATIENCE);
      tab.until("!document.querySelector('.entry.agent .coming')", PATIENCE);

      JsonNode marks = tab.ofCall("call.turns.all[0].marks");
      assertThat(marks.path("held").asDouble()).isGreaterThan(marks.path("end").asDouble());
      assertThat(marks.path("noticed").asDouble()).isGreaterThan(marks.path("end").asDouble());
      assertThat(marks.path("delta").asDouble())
          .isGreaterThanOrEqualTo(marks.path("asked").asDouble());
      assertThat(marks.path("played").asDouble()).isGreaterThan(marks.path("noticed").asDouble());
      double waited = 1_000 * (marks.path("played").asDouble() - marks.path("end").asDouble());
      LOG.info("answer after {} ms, of which 500 are the silence", Math.round(waited));
      assertThat(tab.text("#latency").replaceAll("\\D", ""))
          .isEqualTo(String.valueOf(Math.round(waited)));
      assertThat(tab.text(".entry.caller")).contains("hello there");
      assertThat(tab.text(".entry.agent")).contains("Thank you");
      assertThat(tab.ofCall("call.turns.interruptions.length").asInt()).isZero();
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void interruption_silencesTheAnswer_andTellsWhatWasHeard(@TempDir Path folder) throws Exception {
    List<Double> cuts = interrupt(folder, 3);
    assertThat(cuts).hasSize(3).allMatch(ms -> ms >= 0);
  }

  @Test
  @Tag("slow")
  void twentyInterruptions_areQuick(@TempDir Path folder) throws Exception {
    List<Double> cuts = interrupt(folder, 20);
    List<Double> sorted = cuts.stream().sorted().toList();
    assertThat(sorted.get(9)).as("p50 of %s", sorted).isLessThanOrEqualTo(200);
    assertThat(sorted.getLast()).as("worst of %s", sorted).isLessThanOrEqualTo(300);
  }

  /**
   * From the caller's onset to the first silent sample, in milliseconds of the audio's own time.
   */
  private List<Double> interrupt(Path folder, int times) throws Exception {
    Talker talker = new Talker().pause(ms(1_000));
    for (int i = 0; i <= times; i++) {
      talker.speak(ms(700)).pause(ms(1_400 + 37 * (i % 5)));
    }
    try (Site site = Site.of("think=50ms,reply=20s");
        Chromium browser = Chromium.hearing(talker.write(folder.resolve("voice.wav")))) {
      Tab tab = browser.open(site.url(), 1440, 900);
      tab.fill("[name=greet]", NOT_FIRST);
      tab.fill("[name=silence]", "250");
      tab.click("#start");
      tab.until(
          "document.querySelectorAll('.turn[data-cut-ms]').length >= " + times,
          talker.length().plus(PATIENCE));

      List<Double> cuts = new ArrayList<>();
      for (JsonNode cut : tab.ofCall("call.turns.interruptions")) {
        assertThat(cut.path("by").asText()).isEqualTo("voice");
        assertThat(cut.path("silent").asDouble()).isGreaterThan(cut.path("onset").asDouble());
        assertThat(cut.path("playedMs").asDouble()).isPositive();
        cuts.add(cut.path("ms").asDouble());
      }
      List<Double> sorted = cuts.stream().sorted().toList();
      LOG.info(
          "onset to silence of {} interruptions: p50 {} ms, worst {} ms",
          sorted.size(),
          Math.round(sorted.get((sorted.size() - 1) / 2)),
          Math.round(sorted.getLast()));
      assertTruncated(tab, cuts.size());
      assertThat(tab.complaints()).isEmpty();
      return cuts;
    }
  }

  /** The server was told how much was heard, to the millisecond, and took it. */
  private static void assertTruncated(Tab tab, int count) {
    tab.until(
        "[...document.querySelectorAll('.entry.agent .unheard')].length >= " + count, PATIENCE);
    tab.click("#tab-events");
    tab.fill("#filter", "conversation.item.truncate");
    tab.until("[...document.querySelectorAll('#events .in')].length >= " + count, PATIENCE);
    JsonNode told =
        tab.ofCall(
            "call.log.rows.filter((row) => row.type === 'conversation.item.truncate')"
                + ".map((row) => row.event.audio_end_ms)");
    JsonNode played = tab.ofCall("call.turns.interruptions.map((cut) => Math.floor(cut.playedMs))");
    assertThat(told).isEqualTo(played);
    assertThat(tab.ofCall("call.log.rows.filter((row) => row.type === 'error').length").asInt())
        .isZero();
  }

  @Test
  void turnEndedByHand_isAnswered(@TempDir Path folder) throws Exception {
    Talker talker = new Talker().speak(ms(30_000));
    try (Site site = Site.of("think=50ms,reply=1s");
        Chromium browser = Chromium.hearing(talker.write(folder.resolve("voice.wav")))) {
      Tab tab = browser.open(site.url(), 1440, 900);
      tab.fill("[name=greet]", NOT_FIRST);
      tab.fill("[name=detection]", "none");
      tab.click("#start");
      tab.until("document.querySelector('#status').dataset.state === 'live'", PATIENCE);
      assertThat(tab.text("#mute")).contains("Hold to talk");

      tab.value("document.activeElement.blur()");
      tab.down(" ", "Space", 32);
      tab.until("document.querySelector('#mute').textContent.includes('Let go')");
      double since = tab.ofCall("call.time").asDouble();
      tab.ofCall(
          "new Promise((done) => { const look = () => call.time > "
              + (since + 1)
              + " ? done(true) : setTimeout(look, 20); look(); })");
      tab.up(" ", "Space", 32);

      tab.until("document.querySelector('.turn[data-ms]')", PATIENCE);
      assertThat(tab.ofCall("call.turns.all[0].kind").asText()).isEqualTo("spoken");
      assertThat(tab.complaints()).isEmpty();
    }
  }
}
