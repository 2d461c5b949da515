package dev.parley.playground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The page's sources. */
final class PageFolder {

  static final Path PATH =
      Path.of("src", "main", "resources", "dev", "parley", "playground", "page");

  private PageFolder() {}

  /** All files, as they are asked for. */
  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(PATH)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> PATH.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  static String text(String path) throws IOException {
    return Files.readString(PATH.resolve(path));
  }
}
