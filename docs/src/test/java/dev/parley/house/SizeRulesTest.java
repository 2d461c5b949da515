package dev.parley.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files stay small enough to be read at a sitting. */
class SizeRulesTest {

  private static final int MEDIAN = 120;
  private static final int MOST = 400;
  private static final Pattern RECORD = Pattern.compile("(?m)^(public )?record ");

  @Test
  void theMedianFileIsShortAndNoneIsLong() throws IOException {
    List<Integer> sizes = new ArrayList<>();
    List<String> tooLong = new ArrayList<>();
    for (Path file : House.files(".java")) {
      String text = Files.readString(file);
      int lines = (int) text.lines().count();
      boolean main = House.root().relativize(file).toString().contains("src/main/");
      boolean map = file.endsWith("package-info.java");
      if (main && !map && !RECORD.matcher(text).find()) {
        sizes.add(lines);
      }
      if (lines > MOST) {
        tooLong.add(House.root().relativize(file) + " has " + lines + " lines");
      }
    }
    sizes.sort(null);
    assertThat(tooLong).isEmpty();
    assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(MEDIAN);
  }
}
