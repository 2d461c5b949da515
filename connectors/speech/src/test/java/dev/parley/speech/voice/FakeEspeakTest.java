package dev.parley.speech.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With programs that only look like eSpeak NG, and break. */
class FakeEspeakTest {

  private static final String LIST =
      "if [ \"$1\" = --voices ]; then echo ' 2  en-us  --/M  English  gmw/en-US  (en 3)'; exit 0;"
          + " fi";

  /** RIFF, 22,050 Hz, mono, 16 bits, and two samples: 1 and 2. */
  private static final String HEADER =
      "printf 'RIFF\\377\\377\\377\\377WAVEfmt \\020\\0\\0\\0\\001\\0\\001\\0\\042\\126\\0\\0"
          + "\\104\\254\\0\\0\\002\\0\\020\\0data\\377\\377\\377\\377'";

  private final Path folder;

  FakeEspeakTest(@TempDir Path folder) {
    this.folder = folder;
    assumeThat(Path.of("/bin/sh")).isExecutable();
  }

  private EspeakVoice voice(String... lines) throws IOException {
    return voice(Duration.ofSeconds(30), lines);
  }

  private EspeakVoice voice(Duration patience, String... lines) throws IOException {
    Path program = folder.resolve("espeak-ng");
    Files.writeString(program, "#!/bin/sh\n" + LIST + "\n" + String.join("\n", lines) + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return new EspeakVoice(
        EspeakSettings.defaults().withProgram(program.toString()).withPatience(patience));
  }

  @Test
  void speak_missingProgram_isOneSentence() {
    EspeakVoice missing =
        new EspeakVoice(EspeakSettings.defaults().withProgram(folder.resolve("none").toString()));

    assertThat(missing.isAvailable()).isFalse();
    assertThatThrownBy(() -> missing.speak("hello", piece -> true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("none cannot be run: install it, or choose another voice");
  }

  @Test
  void isAvailable_nonsense_isFalse() {
    assertThat(new EspeakVoice(EspeakSettings.defaults().withProgram("no\u0000such")).isAvailable())
        .isFalse();
    assertThat(new EspeakVoice(EspeakSettings.defaults().withProgram(folder + "/")).isAvailable())
        .isFalse();
  }

  @Test
  void speak_textIsPiped_andNotOnTheCommandLine() throws IOException {
    Path seen = folder.resolve("seen");
    EspeakVoice voice = voice("echo \"$@\" > " + seen, "cat >> " + seen, "env >> " + seen, HEADER);
    voice.speak("my <secret>", Delivery.plain(), piece -> true);

    List<String> lines = Files.readAllLines(seen);
    assertThat(lines.getFirst()).doesNotContain("secret").contains("-v en-us -s 175 -p 50");
    assertThat(String.join("\n", lines)).contains("my &lt;secret&gt;").doesNotContain("JAVA_HOME");
  }

  @Test
  void speak_samples_areThoseOfTheProgram() throws IOException {
    EspeakVoice voice =
        voice("cat > /dev/null", HEADER, "printf '\\000\\020\\377\\377\\001\\0\\7'");
    List<Samples> pieces = new ArrayList<>();
    voice.speak("hello", pieces::add);

    assertThat(pieces.stream().reduce(Samples.silence(0), Samples::append))
        .isEqualTo(Samples.wrap((short) 4096, (short) -1, (short) 1));
  }

  @Test
  void speak_programFails_saysItsExitCode() throws IOException {
    EspeakVoice voice = voice("echo 'no such voice' >&2", "exit 3");

    assertThatThrownBy(() -> voice.speak("hello", piece -> true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("espeak-ng stopped with exit code 3");
  }

  @Test
  void speak_programComplainsALot_isNotHeldUp() throws IOException {
    EspeakVoice voice =
        voice(
            "cat > /dev/null",
            "i=0; while [ $i -lt 3000 ]; do echo 'what a long complaint this is, and on' >&2;"
                + " i=$((i+1)); done",
            HEADER,
            "printf '\\000\\020'");
    int[] samples = {0};
    voice.speak(
        "hello",
        piece -> {
          samples[0] += piece.count();
          return true;
        });

    assertThat(samples[0]).isEqualTo(1);
  }

  @Test
  void speak_programHangs_isStopped() throws IOException {
    EspeakVoice silent = voice(Duration.ofMillis(900), "sleep 60");
    assertThatThrownBy(() -> silent.speak("hello", piece -> true))
        .hasMessageEndingWith("espeak-ng was silent for 900 ms and was stopped");

    EspeakVoice deaf = voice(Duration.ofMillis(900), "exec sleep 60");
    assertThatThrownBy(() -> deaf.speak("x".repeat(300_000), piece -> true))
        .hasMessageEndingWith("espeak-ng was silent for 900 ms and was stopped");
  }

  @Test
  void speak_rubbish_isRefusedInOneSentence() throws IOException {
    EspeakVoice rubbish = voice("cat > /dev/null", "echo this is no audio at all");
    assertThatThrownBy(() -> rubbish.speak("hello", piece -> true))
        .hasMessage("espeak-ng answered with no WAV file");

    EspeakVoice nothing = voice("cat > /dev/null");
    assertThatThrownBy(() -> nothing.speak("hello", piece -> true))
        .hasMessage("espeak-ng answered with nothing");
  }

  @Test
  void speak_listenerThrowsOrStops_theProcessIsGone() throws IOException {
    EspeakVoice voice =
        voice("cat > /dev/null", HEADER, "while :; do printf '\\000\\020\\000\\020'; done");
    assertThatThrownBy(
            () ->
                voice.speak(
                    "hello",
                    piece -> {
                      throw new IllegalArgumentException("ear is full");
                    }))
        .hasMessage("ear is full");
    voice.speak("hello", piece -> false);

    assertThat(ProcessHandle.current().children().toList())
        .allSatisfy(child -> child.onExit().join());
  }
}
