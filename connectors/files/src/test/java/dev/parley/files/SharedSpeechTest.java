package dev.parley.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.codec.Channels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real recordings, which lie beside the project and not in it. */
class SharedSpeechTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("parley.speech", "../../../shared/speech"));

  private static final int STEP = 6; // all of them take ten seconds

  @Test
  void recordings_areReadWhole() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), "no recordings beside the project: -Dparley.speech=FOLDER");
    List<Path> files;
    try (Stream<Path> all = Files.walk(FOLDER)) {
      files = all.filter(p -> p.toString().matches(".*\\.(flac|wav)")).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    for (int i = 0; i < files.size(); i += STEP) {
      Path path = files.get(i);
      AudioFile file = AudioFile.open(path);
      assertThat((long) file.load(Channels.mixdown()).count())
          .as(path.toString())
          .isEqualTo(file.samples());
    }
  }
}
