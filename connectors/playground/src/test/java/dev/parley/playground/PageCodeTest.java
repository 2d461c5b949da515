package dev.parley.playground;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The tests of the page's own code, which needs no browser: they run with Node, without packages.
 */
class PageCodeTest {

  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final Path WORK = Path.of("target", "node");
  private static final int OLDEST = 20;
  private static final int SECONDS = 120;

  private record Result(int code, String output) {}

  @BeforeAll
  static void copy() throws Exception {
    Files.createDirectories(WORK);
    assumeTrue(version() >= OLDEST, "the page's own tests need node, 20 or newer");
    copy(PageFolder.PATH, WORK.resolve("page"));
    copy(SOURCES, WORK);
    Files.writeString(WORK.resolve("package.json"), "{\"type\": \"module\"}");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Test
  void everyTest_passes() throws Exception {
    List<String> tests;
    try (Stream<Path> files = Files.list(SOURCES)) {
      tests = files.map(file -> file.getFileName().toString()).sorted().toList();
    }
    List<String> command = new ArrayList<>(List.of("node", "--test"));
    command.addAll(tests);

    Result result = run(command);

    assertThat(result.code()).as(result.output()).isZero();
    assertThat(tests).hasSizeGreaterThan(5);
    assertThat(result.output()).contains("# fail 0").doesNotContain("# pass 0");
  }

  @Test
  void everyModule_isAModule() throws Exception {
    for (String path : PageFolder.files()) {
      if (path.endsWith(".js")) {
        Result result = run(List.of("node", "--check", "page/" + path));
        assertThat(result.code()).as(result.output()).isZero();
      }
    }
  }

  /** The major version of Node, 0 if there is none. */
  private static int version() throws InterruptedException {
    try {
      return Integer.parseInt(
          run(List.of("node", "--version")).output().strip().replaceAll("^v(\\d+)\\..*$", "$1"));
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private static Result run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(WORK, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(WORK.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean over = process.waitFor(SECONDS, TimeUnit.SECONDS);
      String text = Files.readString(output, UTF_8);
      return over ? new Result(process.exitValue(), text) : new Result(-1, text + "\ntoo slow");
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
    }
  }
}
