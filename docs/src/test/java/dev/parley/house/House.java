package dev.parley.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where the house stands, and what lies in it. */
final class House {

  private House() {}

  /** The checkout's root. */
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("parley"))
        ? here
        : Objects.requireNonNull(here.getParent(), "the tests run in the checkout");
  }

  /** All pages of the documentation. */
  static List<Path> pages() throws IOException {
    return files(".md");
  }

  /** All files of that ending which are not made by a build. */
  static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(root())) {
      return all.filter(path -> path.toString().endsWith(ending))
          .filter(path -> !root().relativize(path).toString().matches("(.*/)?(target|\\.git)/.*"))
          .sorted()
          .toList();
    }
  }
}
