package dev.parley.playground.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the page looks: pictures of it for people, and what a machine can say of its looks, nothing
 * sticks out and nothing covers anything else.
 */
class LooksBrowserTest {

  private static final Path PICTURES = Path.of("target", "playground");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Fields and buttons whose middle belongs to something else. */
  private static final String COVERED =
      """
      [...document.querySelectorAll('button, input, select, textarea, summary')]
        .filter((each) => each.checkVisibility() && !each.closest('.panel, .entries, .turn-list'))
        .filter((each) => {
          each.scrollIntoView({ block: 'center', behavior: 'instant' });
          const { left, top, width, height } = each.getBoundingClientRect();
          const there = document.elementFromPoint(left + width / 2, top + height / 2);
          return !each.contains(there) && !there?.contains(each);
        })
        .map((each) => each.outerHTML)
      """;

  private static final String STICKING_OUT =
      """
      [...document.querySelectorAll('body *')]
        .filter((each) => each.checkVisibility() && !each.closest('.unseen'))
        .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
        .map((each) => each.outerHTML.slice(0, 200))
      """;

  @BeforeAll
  static void browser() {
    assumeTrue(Chromium.find().isPresent(), "the browser suite needs chromium");
  }

  @Test
  void page_fitsEveryWindow_inLightAndDark(@TempDir Path folder) throws Exception {
    Talker talker = new Talker().pause(Duration.ofMillis(600));
    for (int i = 0; i < 10; i++) {
      talker.speak(Duration.ofMillis(1_100)).pause(Duration.ofMillis(i % 2 == 0 ? 4_000 : 2_100));
    }
    try (Site site = Site.of("think=120ms,reply=2500ms,hears=is my order on its way");
        Chromium browser = Chromium.hearing(talker.write(folder.resolve("microphone.wav")))) {
      Tab tab = browser.open(site.url(), 1440, 900);
      check(tab);
      tab.picture(PICTURES.resolve("start.png"));
      tab.scheme("dark");
      tab.picture(PICTURES.resolve("start-dark.png"));
      tab.scheme("light");

      tab.click("#examples");
      tab.click("#start");
      tab.until("document.querySelectorAll('.turn[data-ms]').length >= 4", PATIENCE);
      tab.until("document.querySelector('.turn[data-cut-ms]')", PATIENCE);
      tab.until("!document.querySelector('.entry.agent:last-of-type .coming')", PATIENCE);
      tab.picture(PICTURES.resolve("call.png"));
      tab.scheme("dark");
      tab.picture(PICTURES.resolve("call-dark.png"));
      tab.click("#tab-events");
      tab.picture(PICTURES.resolve("events-dark.png"));
      tab.scheme("light");
      tab.click("#tab-code");
      tab.picture(PICTURES.resolve("code.png"));
      tab.click("#tab-settings");
      for (int width : new int[] {1920, 1440, 1181, 1180, 1000, 721, 720, 390, 320}) {
        tab.size(width, width < 800 ? 844 : 900);
        check(tab);
      }
      tab.size(390, 844);
      tab.value("scrollTo(0, 0)");
      tab.picture(PICTURES.resolve("phone.png"));
      tab.wholePicture(PICTURES.resolve("phone-whole.png"));
      tab.scheme("dark");
      tab.picture(PICTURES.resolve("phone-dark.png"));
      assertThat(tab.complaints()).isEmpty();
    }
  }

  private static void check(Tab tab) {
    assertThat(tab.value(STICKING_OUT)).as("sticking out").isEmpty();
    assertThat(tab.value("document.documentElement.scrollWidth <= innerWidth").asBoolean())
        .isTrue();
    assertThat(tab.value(COVERED)).as("covered").isEmpty();
  }
}
