package dev.parley.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page's files keep what its headers promise. */
class PageFilesTest {

  private static final int LONGEST = 400;
  private static final Pattern IMPORT = Pattern.compile("from \"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("byId\\(\"([a-z0-9-]+)\"\\)");

  @Test
  void list_isTheFolder() throws IOException {
    assertThat(PageFiles.read().stream().map(PageFile::path))
        .containsExactlyInAnyOrderElementsOf(PageFolder.files());
  }

  @Test
  void files_areShort() throws IOException {
    for (String path : PageFolder.files()) {
      assertThat(PageFolder.text(path).lines().count()).as(path).isLessThanOrEqualTo(LONGEST);
    }
  }

  @Test
  void nothing_isLoadedFromElsewhere() throws IOException {
    for (String path : PageFolder.files()) {
      String text = PageFolder.text(path);
      assertThat(text).as(path).doesNotContain("@import", "src=\"http", "href=\"http", "//cdn");
      if (!path.equals("core/snippets.js") && !path.endsWith(".svg")) { // which only show addresses
        assertThat(text).as(path).doesNotContainPattern("https?://[a-z0-9]");
      }
    }
  }

  @Test
  void noScriptOrStyle_standsInTheText() throws IOException {
    String html = PageFolder.text("index.html");
    assertThat(html).doesNotContain("<style", "style=\"").doesNotContainPattern(" on[a-z]+=\"");
    assertThat(html)
        .containsOnlyOnce("<script")
        .contains("<script type=\"module\" src=\"main.js\">");
    for (String path : PageFolder.files()) {
      assertThat(PageFolder.text(path))
          .as(path)
          .doesNotContain("innerHTML", "insertAdjacentHTML", "eval(", "new Function");
    }
  }

  @Test
  void imports_areFilesOfThePage() throws IOException {
    for (String path : PageFolder.files()) {
      Matcher imports = IMPORT.matcher(path.endsWith(".js") ? PageFolder.text(path) : "");
      while (imports.find()) {
        String target =
            PageFolder.PATH.resolve(path).resolveSibling(imports.group(1)).normalize().toString();
        assertThat(PageFolder.files())
            .as(path)
            .contains(
                PageFolder.PATH
                    .relativize(java.nio.file.Path.of(target))
                    .toString()
                    .replace('\\', '/'));
      }
    }
  }

  @Test
  void ids_thatTheCodeLooksFor_areThere() throws IOException {
    String html = PageFolder.text("index.html");
    for (String path : PageFolder.files()) {
      Matcher ids = ID.matcher(PageFolder.text(path));
      while (ids.find()) {
        assertThat(html).as(path).containsOnlyOnce("id=\"" + ids.group(1) + "\"");
      }
    }
  }

  @Test
  void fields_haveLabels() throws IOException {
    String html = PageFolder.text("index.html");
    Matcher fields = Pattern.compile("<(?:input|select|textarea)([^>]*)>").matcher(html);
    while (fields.find()) {
      Matcher id = Pattern.compile("id=\"([^\"]+)\"").matcher(fields.group(1));
      if (id.find() && !html.contains("for=\"" + id.group(1) + "\"")) {
        assertThat(html.substring(0, fields.start()).lastIndexOf("<label"))
            .as(fields.group())
            .isGreaterThan(html.substring(0, fields.start()).lastIndexOf("</label>"));
      }
    }
  }
}
