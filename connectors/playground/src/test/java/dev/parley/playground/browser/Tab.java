package dev.parley.playground.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A page in the browser. */
final class Tab {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String NAVIGATED = "Inspected target navigated or closed";
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  private final Devtools devtools;
  private final String session;

  Tab(Devtools devtools, String session) {
    this.devtools = devtools;
    this.session = session;
    for (String domain : List.of("Page", "Runtime", "Log")) {
      ask(domain + ".enable", Map.of());
    }
  }

  private JsonNode ask(String method, Map<String, ?> parameters) {
    return devtools.ask(session, method, parameters);
  }

  /** Goes to an address, and waits until the page has put itself together. */
  void go(String url) {
    ask("Page.navigate", Map.of("url", url));
    until("document.readyState === 'complete' && document.querySelector('#code')?.textContent");
  }

  void size(int width, int height) {
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** {@code dark} or {@code light}; without movement, which would be in the middle of it. */
  void scheme(String scheme) {
    ask(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** What an expression is worth; promises are waited for. */
  JsonNode value(String expression) {
    JsonNode answer =
        ask(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /** The same of the page's own call. */
  JsonNode ofCall(String expression) {
    return value("import('/main.js').then(({ call }) => (" + expression + "))");
  }

  /** Waits until an expression is true. */
  void until(String expression) {
    until(expression, PATIENCE);
  }

  void until(String expression, Duration patience) {
    Duration left = patience;
    while (!came(expression, left.compareTo(AT_ONCE) < 0 ? left : AT_ONCE)) {
      left = left.minus(AT_ONCE);
      if (left.isNegative() || left.isZero()) {
        throw new AssertionError(
            "not within "
                + patience
                + ": "
                + expression
                + "\n"
                + text("body")
                + "\n"
                + complaints());
      }
    }
  }

  /**
   * Whether an expression becomes true; the page itself looks, so that nobody here has to sleep.
   */
  private boolean came(String expression, Duration patience) {
    try {
      return looked(expression, patience);
    } catch (AssertionError e) {
      if (String.valueOf(e.getMessage()).contains(NAVIGATED)) {
        return false; // the page that looked is gone, and the next one looks anew
      }
      throw e;
    }
  }

  private boolean looked(String expression, Duration patience) {
    return value(
            """
            new Promise((resolve) => {
              const since = performance.now();
              const look = () => {
                let is = false;
                try { is = Boolean(%s); } catch { is = false; }
                if (is || performance.now() - since > %d) { resolve(is); } else { setTimeout(look, 20); }
              };
              look();
            })
            """
                .formatted(expression, patience.toMillis()))
        .asBoolean();
  }

  void click(String selector) {
    value("document.querySelector('" + selector + "').click()");
  }

  /** Writes into a field, as a person would. */
  void fill(String selector, String text) {
    value(
        "(() => { const field = document.querySelector('"
            + selector
            + "'); field.focus(); if (field.type === 'checkbox') { field.checked = "
            + text.equals("true")
            + "; } else { field.value = "
            + quoted(text)
            + "; } field.dispatchEvent(new Event('input', { bubbles: true })); })()");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** A key goes down and comes up. */
  void press(String key, String code, int number) {
    down(key, code, number);
    up(key, code, number);
  }

  void down(String key, String code, int number) {
    key("rawKeyDown", key, code, number);
  }

  void up(String key, String code, int number) {
    key("keyUp", key, code, number);
  }

  private void key(String type, String key, String code, int number) {
    ask(
        "Input.dispatchKeyEvent",
        Map.of("type", type, "key", key, "code", code, "windowsVirtualKeyCode", number));
  }

  String text(String selector) {
    return value("document.querySelector('" + selector + "').innerText").asText();
  }

  boolean isVisible(String selector) {
    return value("document.querySelector('" + selector + "').checkVisibility()").asBoolean();
  }

  /** What the browser has to complain about: errors of scripts, and of the page's own policy. */
  List<String> complaints() {
    return Stream.concat(
            devtools.told(session, "Runtime.exceptionThrown").stream(),
            devtools.told(session, "Log.entryAdded").stream()
                .filter(entry -> entry.at("/entry/level").asText().equals("error")))
        .map(JsonNode::toString)
        .toList();
  }

  /** A picture of the window. */
  void picture(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    value("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
    String png = ask("Page.captureScreenshot", Map.of("format", "png")).path("data").asText();
    Files.write(file, Base64.getDecoder().decode(png));
  }

  /** A picture of the whole page, however long. */
  void wholePicture(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    String png =
        ask("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
            .path("data")
            .asText();
    Files.write(file, Base64.getDecoder().decode(png));
  }
}
