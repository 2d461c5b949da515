package dev.parley.speech.asr.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.Task;
import dev.parley.speech.asr.whisper.Segments.Segment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhisperFileTest {

  /** The sizes of ggml-tiny.bin; its weights take more than 30 MB. */
  private static final int[] TINY = {51_865, 1500, 384, 6, 4, 448, 384, 6, 4, 80, 1};

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private Path file(int magic, int[] sizes, int more) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + more);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(magic);
    for (int size : sizes) {
      bytes.putInt(size);
    }
    return Files.write(folder.resolve("ggml.bin"), bytes.array());
  }

  private static void assertRefused(Path file, String what) {
    assertThatThrownBy(() -> WhisperRecogniser.of(file))
        .isInstanceOf(RecogniserException.class)
        .hasMessageContaining(what)
        .hasMessageContaining(file.toString());
  }

  @Test
  void missingFile_isOneSentence() {
    assertRefused(folder.resolve("none.bin"), "there is no Whisper model");
    assertRefused(folder, "there is no Whisper model");
  }

  @Test
  void emptyFileAndAnotherKind_areRefused() throws IOException {
    assertRefused(Files.write(folder.resolve("empty.bin"), new byte[0]), "is no Whisper model");
    assertRefused(Files.writeString(folder.resolve("a.bin"), "<html>".repeat(20)), "ggml's form");
  }

  @Test
  void fileThatIsCutOff_isRefused() throws IOException {
    assertRefused(file(0x67676d6c, TINY, 1 << 20), "broken or incomplete");
  }

  @Test
  void senselessSizes_areRefused() throws IOException {
    int[] sizes = TINY.clone();
    sizes[3] = -1;
    assertRefused(file(0x67676d6c, sizes, 1 << 24), "broken or incomplete");
  }

  @Test
  void head_tellsLanguages() throws IOException {
    WhisperRecogniser many = WhisperRecogniser.of(file(0x67676d6c, TINY, 1 << 24));
    assertThat(many.can(new Task.Dictation(Optional.of("fr")))).isTrue();
    int[] sizes = TINY.clone();
    sizes[0] = 51_864;
    WhisperRecogniser english = WhisperRecogniser.of(file(0x67676d6c, sizes, 1 << 24));
    assertThat(english.can(new Task.Dictation(Optional.of("fr")))).isFalse();
    assertThat(english.can(new Task.Dictation(Optional.empty()))).isTrue();
    Task expected = new Task.Expected(new LanguageModel("x", "", Map.of()));
    assertThat(english.can(expected)).isFalse();
    assertThatThrownBy(() -> english.open(expected, Beam.NORMAL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void segments_becomeWordsWithoutRemarksAndSigns() {
    var transcript =
        Segments.transcript(
            List.of(
                new Segment(" And so, my fellow (applause)", 0, 400),
                new Segment(" [BLANK_AUDIO] Don't — ask.", 400, 600)));
    assertThat(transcript.text()).isEqualTo("and so my fellow don't ask");
    assertThat(transcript.words().get(1).start()).isEqualTo(100);
    assertThat(transcript.words().getLast().end()).isEqualTo(600);
    assertThat(Segments.transcript(List.of()).words()).isEmpty();
  }
}
