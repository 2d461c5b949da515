package dev.parley.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.Task;
import dev.parley.speech.asr.child.ChildSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecognisersTest {

  private final Recognisers recognisers =
      Recognisers.standard().withChildren(ChildSettings.defaults().withHeapMegabytes(256));

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  @Test
  void best_isPocketSphinxWhereItIs() {
    assertThat(recognisers.withPocketSphinx(true).best()).isEqualTo("pocketsphinx");
    assertThat(recognisers.withPocketSphinx(false).best()).isEqualTo("sphinx4");
  }

  @Test
  void best_canBeMade() {
    try (Recogniser best = recognisers.make(recognisers.best())) {
      assertThat(best.name()).isEqualTo(recognisers.best());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "siri", "vosk", "vosk:", "whisper:", "child:", "child:child:sphinx4"})
  void unknownName_isOneSentenceWithTheForms(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recognisers.make(name))
        .withMessageContaining("vosk:FOLDER");
  }

  @Test
  void brokenModel_isOneSentence() {
    assertThatThrownBy(() -> recognisers.make("vosk:" + folder))
        .isInstanceOf(RecogniserException.class);
    assertThatThrownBy(() -> recognisers.make("whisper:" + folder.resolve("none")))
        .isInstanceOf(RecogniserException.class);
  }

  @Test
  void child_runsTheOther() {
    try (Recogniser child = recognisers.make("child:sphinx4")) {
      assertThat(child.name()).isEqualTo("child:sphinx4");
      assertThat(child.rate()).isEqualTo(16_000);
    }
  }

  @Test
  void brokenModelInChild_tellsItsSentence() {
    try (Recogniser child = recognisers.make("child:vosk:" + folder)) {
      assertThatThrownBy(child::rate)
          .isInstanceOf(RecogniserException.class)
          .hasMessageContaining("am/final.mdl is missing");
    }
  }

  /** What native code makes of it is its affair: this process goes on. */
  @Test
  void modelBrokenInTheMiddle_endsTheChildAtMost() throws IOException {
    ByteBuffer head = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(0x67676d6c);
    for (int size : new int[] {8, 8, 8, 1, 1, 8, 8, 1, 1, 8, 0}) {
      head.putInt(size);
    }
    Path file = Files.write(folder.resolve("ggml.bin"), head.array());
    try (Recogniser child = recognisers.make("child:whisper:" + file)) {
      assertThatThrownBy(() -> child.open(new Task.Dictation(Optional.empty()), Beam.NORMAL))
          .isInstanceOf(RecogniserException.class);
    }
  }
}
