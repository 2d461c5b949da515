package dev.parley.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.prometheus.MetricDoc;
import dev.parley.prometheus.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables of {@code docs/serve.md} and {@code docs/telephone.md} are made from the code. With
 * {@code -Dparley.docs.update=true} they are written anew; otherwise stale ones fail the build.
 */
class SettingsTableTest {

  private static final Path PAGE = Path.of("../../docs/serve.md");
  private static final Path PHONE_PAGE = Path.of("../../docs/telephone.md");
  private static final String TELEPHONE = "twilio.";

  @Test
  void theGuidesTablesAreUpToDate() throws IOException {
    String page = Files.readString(PAGE);
    String settings = SettingsTable.markdown(path -> !path.startsWith(TELEPHONE));
    String made = block(block(page, "settings", settings), "metrics", metrics());
    upToDate(PAGE, made);
  }

  @Test
  void theTelephonesTableIsUpToDate() throws IOException {
    String table = SettingsTable.markdown(path -> path.startsWith(TELEPHONE));
    upToDate(PHONE_PAGE, block(Files.readString(PHONE_PAGE), "settings", table));
  }

  /** What the page shows is no more than what works. */
  @Test
  void theTelephonesExamplesAreConfigurations(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("twilio.token"), "a-token-of-some-length");
    Matcher example =
        Pattern.compile("```hocon\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PHONE_PAGE));
    int count = 0;
    while (example.find()) {
      count++;
      assertThat(Confs.in(folder).ready(example.group(1)).config().phone()).isPresent();
    }
    assertThat(count).isPositive();
  }

  private static void upToDate(Path page, String made) throws IOException {
    if (Boolean.getBoolean("parley.docs.update")) {
      Files.writeString(page, made);
    }
    assertThat(page).hasContent(made);
  }

  @Test
  void example_changesNothing_andIsFineWithoutItsCommentSigns(@TempDir Path folder) {
    Confs confs = Confs.in(folder);
    String example = SettingsTable.example();
    String active =
        example
            .lines()
            .map(
                line ->
                    line.replaceFirst(
                        "^# ((serve|models\\.default|log|limits|record|twilio)[.a-z-]* = )", "$1"))
            .reduce("", (all, line) -> all + line + "\n");

    assertThat(active.lines().filter(line -> line.matches("[a-z].*")))
        .hasSameSizeAs(Settings.all());
    ServeConfig standard = confs.ready("").config();
    assertThat(confs.ready(example).config().server()).isEqualTo(standard.server());
    assertThat(confs.ready(active).config().server()).isEqualTo(standard.server());
  }

  private static String block(String page, String name, String table) {
    Pattern block =
        Pattern.compile("(<!-- %s -->\n).*?(<!-- end -->)".formatted(name), Pattern.DOTALL);
    assertThat(page).containsPattern(block);
    return block
        .matcher(page)
        .replaceFirst(found -> found.group(1) + Matcher.quoteReplacement(table) + found.group(2));
  }

  private static String metrics() {
    StringBuilder table =
        new StringBuilder("| metric | kind | labels | what |\n|---|---|---|---|\n");
    for (MetricDoc metric : Metrics.all()) {
      table.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  metric.name(),
                  metric.kind().name().toLowerCase(Locale.ROOT),
                  metric.labelsInWords(),
                  metric.help()));
    }
    return table.toString();
  }
}
