package dev.parley.speech.asr.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.engine.frame.Samples;
import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.FreeTtsVoice;
import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.Task;
import dev.parley.speech.asr.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PocketSphinxTest {

  private static final Task YES_OR_NO = new Task.Expected(yesOrNo());

  @Test
  void isAvailable_withoutItsModel_saysNo(@TempDir Path empty) {
    PocketSettings elsewhere = PocketSettings.defaults().withAcoustic(empty);
    assertThat(PocketSphinx.isAvailable(elsewhere)).isFalse();
    assertThatThrownBy(() -> new PocketSphinx(elsewhere))
        .isInstanceOf(RecogniserException.class)
        .hasMessageContaining("acoustic model");
  }

  @Test
  void new_withABrokenModel_saysWhich(@TempDir Path broken) throws IOException {
    assumeInstalled();
    PocketSettings settings = PocketSettings.defaults();
    try (Stream<Path> files = Files.list(settings.acoustic())) {
      for (Path file : files.toList()) {
        Files.copy(file, broken.resolve(file.getFileName()));
      }
    }
    byte[] means = Files.readAllBytes(broken.resolve("means"));
    means[means.length / 2] ^= 1;
    Files.write(broken.resolve("means"), means);
    assertThatThrownBy(() -> new PocketSphinx(settings.withAcoustic(broken)))
        .isInstanceOf(RecogniserException.class)
        .hasMessageContaining("broken")
        .hasMessageContaining("means");
  }

  @Test
  void open_ofAModelWithoutWords_isRefused() {
    assumeInstalled();
    try (PocketSphinx pocket = new PocketSphinx(PocketSettings.defaults())) {
      Task nothing = new Task.Expected(new LanguageModel("none", "", Map.of()));
      assertThatThrownBy(() -> pocket.open(nothing, Beam.NORMAL))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a word at least");
    }
  }

  @Test
  void can_dictateEnglishOnly() {
    assumeInstalled();
    try (PocketSphinx pocket = new PocketSphinx(PocketSettings.defaults())) {
      assertThat(pocket.can(YES_OR_NO)).isTrue();
      assertThat(pocket.can(new Task.Dictation(Optional.of("de")))).isFalse();
      assertThatThrownBy(() -> pocket.open(new Task.Dictation(Optional.of("de")), Beam.NORMAL))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("English");
      assertThat(pocket.capacity()).isPositive();
    }
  }

  @Test
  void finish_understandsAVoice_withTimesAndConfidence() {
    assumeInstalled();
    try (PocketSphinx pocket = new PocketSphinx(PocketSettings.defaults());
        Decoder decoder = pocket.open(YES_OR_NO, Beam.NORMAL)) {
      Samples audio = say("yes");
      List<Transcript> heard = recognise(decoder, audio);
      assertThat(heard.getFirst().text()).isEqualTo("yes");
      assertThat(heard.getFirst().confidence()).isBetween(0.0, 1.0);
      Transcript.Word word = heard.getFirst().words().getFirst();
      assertThat(word.start()).isBetween(0L, word.end() - 1);
      assertThat(word.end()).isLessThanOrEqualTo(audio.count() + 1_600L);
      assertThat(heard).extracting(Transcript::text).doesNotHaveDuplicates();
    }
  }

  @Test
  void finish_afterOtherUtterances_givesTheSame() {
    assumeInstalled();
    try (PocketSphinx pocket = new PocketSphinx(PocketSettings.defaults());
        Decoder decoder = pocket.open(YES_OR_NO, Beam.NORMAL)) {
      Samples audio = say("yes");
      List<Transcript> once = recognise(decoder, audio);
      recognise(decoder, say("no no no yes no"));
      decoder.begin();
      decoder.feed(say("no"));
      decoder.partial();
      assertThat(recognise(decoder, audio)).isEqualTo(once);
    }
  }

  @Test
  void partial_knowsWhatWasSaid() {
    assumeInstalled();
    try (PocketSphinx pocket = new PocketSphinx(PocketSettings.defaults());
        Decoder decoder = pocket.open(YES_OR_NO, Beam.NARROW)) {
      decoder.begin();
      assertThat(decoder.partial()).isEqualTo(Transcript.EMPTY);
      feed(decoder, say("no"));
      assertThat(decoder.partial().text()).isEqualTo("no");
    }
  }

  @Test
  void finish_ofNextToNothing_isEmpty() {
    assumeInstalled();
    try (PocketSphinx pocket = new PocketSphinx(PocketSettings.defaults());
        Decoder decoder = pocket.open(YES_OR_NO, Beam.WIDE)) {
      decoder.begin();
      assertThat(decoder.finish(3)).containsExactly(Transcript.EMPTY);
      assertThat(recognise(decoder, Samples.silence(160))).containsExactly(Transcript.EMPTY);
    }
  }

  @Test
  void use_afterClose_isRefused() {
    assumeInstalled();
    PocketSphinx pocket = new PocketSphinx(PocketSettings.defaults());
    Decoder decoder = pocket.open(YES_OR_NO, Beam.NORMAL);
    decoder.close();
    decoder.close();
    assertThatThrownBy(decoder::begin).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> decoder.finish(1)).isInstanceOf(IllegalStateException.class);
    pocket.close();
    assertThatThrownBy(() -> pocket.open(YES_OR_NO, Beam.NORMAL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  private static void assumeInstalled() {
    assumeThat(PocketSphinx.isAvailable()).as("PocketSphinx is installed").isTrue();
  }

  private static List<Transcript> recognise(Decoder decoder, Samples audio) {
    decoder.begin();
    feed(decoder, audio);
    return decoder.finish(3);
  }

  private static void feed(Decoder decoder, Samples audio) {
    for (int at = 0; at < audio.count(); at += 320) {
      decoder.feed(audio.slice(at, Math.min(audio.count(), at + 320)));
    }
  }

  private static Samples say(String text) {
    List<Samples> pieces = new ArrayList<>();
    pieces.add(Samples.silence(3_200));
    new FreeTtsVoice().speak(text, pieces::add);
    pieces.add(Samples.silence(3_200));
    return pieces.stream().reduce(Samples.silence(0), Samples::append);
  }

  private static LanguageModel yesOrNo() {
    String arpa =
        """
        \\data\\
        ngram 1=4
        ngram 2=8

        \\1-grams:
        -0.60 </s>
        -99 <s> 0.0
        -0.60 no 0.0
        -0.60 yes 0.0

        \\2-grams:
        -0.30 <s> no
        -0.30 <s> yes
        -0.50 no no
        -0.50 no yes
        -0.40 no </s>
        -0.50 yes no
        -0.50 yes yes
        -0.40 yes </s>

        \\end\\
        """;
    return new LanguageModel(
        "yes-or-no", arpa, Map.of("yes", List.of("Y EH S"), "no", List.of("N OW")));
  }
}
