package dev.parley.speech.asr.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.schema.spoken.LanguageModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelFolderTest {

  @Test
  void with_givesTheModelInFilesOfItsOwn() {
    try (ModelFolder folder = new ModelFolder(2)) {
      String dictionary = folder.with(model("a"), (arpa, words) -> read(words));
      assertThat(dictionary).isEqualTo("no N OW\nw D AH B\nw(2) D UH B\n");
      assertThat(folder.<String>with(model("a"), (arpa, words) -> read(arpa))).isEqualTo("arpa a");
      assertThat(folder.count()).isEqualTo(1);
    }
  }

  @Test
  void with_moreModelsThanItKeeps_deletesTheLeastLatelyUsed() {
    try (ModelFolder folder = new ModelFolder(2)) {
      Path a = folder.with(model("a"), (arpa, words) -> arpa);
      Path b = folder.with(model("b"), (arpa, words) -> arpa);
      folder.with(model("a"), (arpa, words) -> arpa);
      folder.with(model("c"), (arpa, words) -> arpa);
      assertThat(folder.count()).isEqualTo(2);
      assertThat(a).exists();
      assertThat(b).doesNotExist();
    }
  }

  @Test
  void with_aModelThatIsBeingRead_keepsItMeanwhile() {
    try (ModelFolder folder = new ModelFolder(1)) {
      Path a =
          folder.with(
              model("a"),
              (arpa, words) -> {
                folder.with(model("b"), (other, otherWords) -> other);
                assertThat(arpa).exists();
                return arpa;
              });
      folder.with(model("c"), (arpa, words) -> arpa);
      assertThat(a).doesNotExist();
    }
  }

  @Test
  void files_areForThisUserOnly() {
    try (ModelFolder folder = new ModelFolder(1)) {
      Path file = folder.with(model("a"), (arpa, words) -> arpa);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(java.util.Objects.requireNonNull(file.getParent())))
            .isEqualTo("rwx------");
      }
    }
  }

  @Test
  void close_leavesNothingBehind() {
    ModelFolder folder = new ModelFolder(2);
    Path file = folder.with(model("a"), (arpa, words) -> arpa);
    folder.close();
    assertThat(file.getParent()).doesNotExist();
    assertThatThrownBy(() -> folder.with(model("a"), (arpa, words) -> arpa))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  private static LanguageModel model(String id) {
    return new LanguageModel(
        id, "arpa " + id, Map.of("w", List.of("D AH B", "D UH B"), "no", List.of("N OW")));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
