package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The commands that the pages show are commands of the program, and their options its options. */
class PagesTest {

  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("(?m)^[^#\\n]*\\./parley +([^#>|\\n]+)");

  @Test
  void everyCommandOfThePages_isUnderstood() throws IOException {
    List<String> commands = commands();

    assertThat(commands).isNotEmpty();
    assertThat(commands)
        .allSatisfy(
            command ->
                assertThatCode(() -> parse(command.split("\\s+", -1)))
                    .as("./parley %s", command)
                    .doesNotThrowAnyException());
  }

  private static void parse(String... arguments) {
    new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
  }

  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path page : pages()) {
      Matcher block = BLOCK.matcher(Files.readString(page));
      while (block.find()) {
        Matcher command = COMMAND.matcher(block.group(1));
        while (command.find()) {
          commands.add(command.group(1).strip());
        }
      }
    }
    return commands;
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("../../docs"))) {
      return Stream.concat(Stream.of(Path.of("../../README.md")), docs)
          .filter(path -> path.toString().endsWith(".md"))
          .toList();
    }
  }
}
