package dev.parley.speech.asr.vosk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoskFolderTest {

  private static final byte[] KALDI = {0, 'B', ' '};
  private static final byte[] FST = {(byte) 0xd6, (byte) 0xfd, (byte) 0xb2, 0x7e, 0};

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private void put(String file, byte[] content) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, content);
  }

  private void small() throws IOException {
    put("am/final.mdl", KALDI);
    put("conf/mfcc.conf", new byte[] {'-'});
    put("graph/HCLr.fst", FST);
    put("graph/Gr.fst", FST);
  }

  private void assertBroken(String what) {
    assertThatThrownBy(() -> VoskRecogniser.of(folder))
        .isInstanceOf(RecogniserException.class)
        .hasMessageContaining(what)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void missingFolder_isOneSentence() {
    assertThatThrownBy(() -> VoskRecogniser.of(folder.resolve("none")))
        .isInstanceOf(RecogniserException.class)
        .hasMessageContaining("there is no Vosk model");
  }

  @Test
  void emptyFolder_isRefused() {
    assertBroken("am/final.mdl is missing");
  }

  @Test
  void smallModel_canBeBoundToWords() throws IOException {
    small();
    VoskRecogniser vosk = VoskRecogniser.of(folder, "en");
    LanguageModel words = new LanguageModel("x", "", Map.of());
    assertThat(vosk.can(new Task.Expected(words))).isTrue();
    assertThat(vosk.can(new Task.Dictation(Optional.of("en")))).isTrue();
    assertThat(vosk.can(new Task.Dictation(Optional.of("fr")))).isFalse();
    assertThat(VoskRecogniser.of(folder).can(new Task.Dictation(Optional.of("fr")))).isTrue();
    vosk.close();
  }

  @Test
  void largeModel_takesDictationOnly() throws IOException {
    put("am/final.mdl", KALDI);
    put("conf/mfcc.conf", new byte[] {'-'});
    put("graph/HCLG.fst", FST);
    put("graph/words.txt", new byte[] {'a'});
    VoskRecogniser vosk = VoskRecogniser.of(folder);
    Task expected = new Task.Expected(new LanguageModel("x", "", Map.of()));
    assertThat(vosk.can(expected)).isFalse();
    assertThatThrownBy(() -> vosk.open(expected, Beam.NORMAL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void brokenParts_areRefused() throws IOException {
    small();
    put("graph/Gr.fst", "<html>".getBytes(UTF_8));
    assertBroken("graph/Gr.fst is not what it should be");
    put("graph/Gr.fst", FST);
    put("am/final.mdl", new byte[0]);
    assertBroken("am/final.mdl is empty");
    put("am/final.mdl", "text".getBytes(UTF_8));
    assertBroken("am/final.mdl is not");
  }
}
