package dev.parley.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the Javadoc of types out of their sources. */
final class SourceDoc {

  private static final Pattern DOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  private final String text;

  private SourceDoc(String text) {
    this.text = text;
  }

  /** The Javadoc of a top-level type. */
  static SourceDoc of(Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".java";
    Path source =
        House.files(type.getSimpleName() + ".java").stream()
            .filter(path -> path.toString().replace('\\', '/').endsWith("src/main/java/" + file))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no source of " + type));
    String code = Files.readString(source);
    String before = code.substring(0, declaration(code, type.getSimpleName()));
    String doc = "";
    for (Matcher each = DOC.matcher(before); each.find(); ) {
      doc = each.group(1);
    }
    return new SourceDoc(doc.replaceAll("(?m)^\\s*\\* ?", "").strip());
  }

  /** Its first sentence, as Markdown. */
  String firstSentence() {
    String sentence = text.split("(?<=[.])\\s|\\n\\s*\\n|\\n@", 2)[0];
    return markdown(sentence);
  }

  /** What it says of a parameter, as Markdown. */
  String parameter(String name) {
    Matcher found =
        Pattern.compile("@param " + name + "\\s+(.*?)(?=\\n@|\\z)", Pattern.DOTALL).matcher(text);
    return found.find() ? markdown(found.group(1)) : "";
  }

  private static int declaration(String code, String name) {
    Matcher found =
        Pattern.compile("(?m)^public .*\\b(class|interface|record|enum) " + name + "\\b")
            .matcher(code);
    if (!found.find()) {
      throw new AssertionError(name + " is not public");
    }
    return found.start();
  }

  private static String markdown(String javadoc) {
    return javadoc
        .replaceAll("\\{@code ([^}]*)}", "`$1`")
        .replaceAll("\\{@(?:link|value) (?:[\\w.]*[.#])?([^}]*)}", "`$1`")
        .replaceAll("\\s+", " ")
        .replace("|", "\\|")
        .strip();
  }
}
