package dev.parley.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Markdown has no Java, JavaScript or JSON of its own: each block is preceded by {@code <!--
 * snippet: FILE#REGION -->} and holds what stands between {@code // <REGION>} and {@code //
 * </REGION>} in that file, which is compiled and tested; or by {@code <!-- snippet: FILE -->}, and
 * holds it all.
 */
class SnippetsTest {

  private static final Pattern BLOCK =
      Pattern.compile(
          "(?:<!-- snippet: (?<file>[^#\\s]+)(?:#(?<region>[\\w-]+))? -->\\n"
              + ")?```(?:java|js|json)\\n"
              + "(?<code>.*?)```",
          Pattern.DOTALL);

  @Test
  void everyBlockOfCodeStandsInATest() throws IOException {
    List<String> stale = new ArrayList<>();
    int blocks = 0;
    for (Path page : House.pages()) {
      Matcher block = BLOCK.matcher(Files.readString(page));
      while (block.find()) {
        blocks++;
        String file = block.group("file");
        if (file == null) {
          stale.add(page + " has a block without a snippet line before it");
        } else if (!source(file, block.group("region")).equals(block.group("code"))) {
          stale.add("%s: %s#%s".formatted(page, file, block.group("region")));
        }
      }
    }
    assertThat(blocks).isPositive();
    assertThat(stale).as("blocks that differ from the tests they come from").isEmpty();
  }

  private static String source(String file, @Nullable String region) throws IOException {
    return region == null ? Files.readString(House.root().resolve(file)) : region(file, region);
  }

  private static String region(String file, String name) throws IOException {
    List<String> lines = Files.readAllLines(House.root().resolve(file));
    int from = index(lines, "// <" + name + ">", file);
    int to = index(lines, "// </" + name + ">", file);
    int indent =
        lines.subList(from + 1, to).stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    return lines.subList(from + 1, to).stream()
        .flatMap(line -> Stream.of(line.isBlank() ? "" : line.substring(indent), "\n"))
        .reduce("", String::concat);
  }

  private static int index(List<String> lines, String mark, String file) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(mark)) {
        return i;
      }
    }
    throw new AssertionError(file + " has no line " + mark);
  }
}
