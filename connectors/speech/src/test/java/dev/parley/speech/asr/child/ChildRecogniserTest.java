package dev.parley.speech.asr.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.engine.frame.Samples;
import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildRecogniserTest {

  private static final Task DICTATION = new Task.Dictation(Optional.of("en"));
  private static final ChildSettings SETTINGS = ChildSettings.defaults().withHeapMegabytes(32);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final InstantSource clock = now::get;
  private final Queue<String> deaths = new ConcurrentLinkedQueue<>();
  private ChildRecogniser recogniser = child("works", SETTINGS);

  private ChildRecogniser child(String name, ChildSettings settings) {
    return new ChildRecogniser(
        ChildRecogniser.command(FakeMaker.class, name, settings), settings, clock, deaths::add);
  }

  private void use(String name, ChildSettings settings) {
    recogniser.close();
    recogniser = child(name, settings);
  }

  @AfterEach
  void close() {
    recogniser.close();
  }

  @Test
  void child_tellsWhatItIs() {
    assertThat(recogniser.name()).isEqualTo("child:works");
    assertThat(recogniser.rate()).isEqualTo(8000);
    assertThat(recogniser.capacity()).isEqualTo(3);
    assertThat(recogniser.can(DICTATION)).isTrue();
  }

  @Test
  void utterances_areRecognisedOneAfterAnother() {
    try (Decoder decoder = recogniser.open(DICTATION, Beam.WIDE)) {
      decoder.begin();
      decoder.feed(Samples.silence(30));
      assertThat(decoder.partial().text()).isEqualTo("heard 30");
      decoder.feed(Samples.silence(12));
      assertThat(decoder.finish(1).getFirst().text()).isEqualTo("heard 42");
      decoder.begin();
      decoder.feed(Samples.silence(7));
      var last = decoder.finish(1).getFirst();
      assertThat(last.text()).isEqualTo("heard 7");
      assertThat(last.confidence()).isEqualTo(0.25);
      assertThat(last.words().getFirst().end()).isEqualTo(7);
    }
  }

  @Test
  void taskItCannotDo_isRefusedAndTheChildLives() {
    Task expected = new Task.Expected(new LanguageModel("x", "arpa", Map.of("a", List.of("EY"))));
    assertThat(recogniser.can(expected)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recogniser.open(expected, Beam.NORMAL))
        .withMessage("the fake takes dictation only");
    recogniser.open(DICTATION, Beam.NORMAL).close();
  }

  @Test
  void childThatDies_failsItsDecodersAndIsReplacedAfterThePause() {
    use("halts", SETTINGS);
    Decoder decoder = recogniser.open(DICTATION, Beam.NORMAL);
    Decoder other = recogniser.open(DICTATION, Beam.NORMAL);
    decoder.begin();
    assertThatThrownBy(() -> decoder.finish(1)).isInstanceOf(RecogniserException.class);
    assertThatThrownBy(other::partial).isInstanceOf(RecogniserException.class);
    decoder.close();
    other.close();
    assertThatThrownBy(() -> recogniser.open(DICTATION, Beam.NORMAL))
        .isInstanceOf(RecogniserException.class)
        .hasMessageContaining("500 ms");
    assertThat(deaths).containsExactly("the recogniser's process has died");
    now.set(Instant.EPOCH.plus(SETTINGS.firstPause()));
    recogniser.open(DICTATION, Beam.NORMAL).close();
  }

  @Test
  void childThatDiesOnce_isReplaced_andTheNextUtteranceIsServed(@TempDir Path folder) {
    use("once:" + folder.resolve("mark"), SETTINGS);
    try (Decoder decoder = recogniser.open(DICTATION, Beam.NORMAL)) {
      decoder.begin();
      decoder.feed(Samples.silence(8_000));
      assertThatThrownBy(() -> decoder.finish(1)).isInstanceOf(RecogniserException.class);
    }
    now.set(Instant.EPOCH.plus(SETTINGS.firstPause()));
    try (Decoder next = recogniser.open(DICTATION, Beam.NORMAL)) {
      next.begin();
      next.feed(Samples.silence(8_000));
      assertThat(next.finish(1).getFirst().text()).isEqualTo("help");
    }
    assertThat(deaths).hasSize(1);
  }

  @Test
  void childThatDiesAtOnce_againAndAgain_isStartedMoreAndMoreRarely() {
    use("stillborn", SETTINGS);
    List<Long> startedAt = new ArrayList<>();
    for (long millis = 0; millis < 10_000; millis += 100) {
      now.set(Instant.EPOCH.plusMillis(millis));
      int before = deaths.size();
      assertThatThrownBy(() -> recogniser.open(DICTATION, Beam.NORMAL))
          .isInstanceOf(RecogniserException.class);
      if (deaths.size() > before) {
        startedAt.add(millis);
      }
    }
    assertThat(startedAt).containsExactly(0L, 500L, 1_500L, 3_500L, 7_500L);
    assertThat(deaths).containsOnly("the recogniser's process has died");
  }

  @Test
  void childThatSaysNoHello_isEnded() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sleep")), "something that says nothing");
    recogniser.close();
    recogniser =
        new ChildRecogniser(
            List.of("/bin/sleep", "600"),
            SETTINGS.withStart(Duration.ofMillis(300)),
            clock,
            deaths::add);
    assertThatThrownBy(() -> recogniser.open(DICTATION, Beam.NORMAL))
        .isInstanceOf(RecogniserException.class)
        .hasMessageContaining("did not answer");
    assertThat(deaths).singleElement().asString().contains("did not answer");
  }

  @Test
  void childThatDoesNotEvenListen_holdsNobodyUp() {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "something that stops a process");
    use("freezes", SETTINGS.withAnswer(Duration.ofMillis(300)));
    Decoder decoder = recogniser.open(DICTATION, Beam.NORMAL);
    decoder.begin();
    for (int seconds = 0; seconds < 60; seconds++) { // more than any pipe takes
      decoder.feed(Samples.silence(16_000));
    }
    assertThatThrownBy(() -> decoder.finish(1))
        .isInstanceOf(RecogniserException.class)
        .hasMessageContaining("did not answer");
    assertThat(deaths).hasSize(1);
  }

  @Test
  void childThatHangs_isEnded() {
    use("hangs", SETTINGS.withAnswer(Duration.ofMillis(300)));
    Decoder decoder = recogniser.open(DICTATION, Beam.NORMAL);
    assertThatThrownBy(() -> decoder.finish(1))
        .isInstanceOf(RecogniserException.class)
        .hasMessageContaining("did not answer");
    assertThatThrownBy(decoder::begin).isInstanceOf(RecogniserException.class);
    assertThat(deaths).singleElement().asString().contains("did not answer");
  }

  @Test
  void childThatWritesRubbish_isEnded() {
    use("rubbish", SETTINGS);
    Decoder decoder = recogniser.open(DICTATION, Beam.NORMAL);
    assertThatThrownBy(() -> decoder.finish(1))
        .isInstanceOf(RecogniserException.class)
        .hasMessageContaining("rubbish");
    assertThat(deaths).singleElement().asString().contains("rubbish");
  }

  @Test
  void audioThatFails_failsTheNextQuestion_andTheNextUtteranceIsWhole() {
    use("chokes", SETTINGS);
    try (Decoder decoder = recogniser.open(DICTATION, Beam.NORMAL)) {
      decoder.begin();
      decoder.feed(Samples.silence(13));
      decoder.feed(Samples.silence(4));
      assertThatThrownBy(decoder::partial)
          .isInstanceOf(RecogniserException.class)
          .hasMessage("the fake cannot swallow that");
      decoder.begin();
      decoder.feed(Samples.silence(5));
      assertThat(decoder.finish(1).getFirst().text()).isEqualTo("heard 5");
    }
  }

  @Test
  void makerThatFails_tellsItsSentence() {
    use("broken", SETTINGS);
    assertThatThrownBy(() -> recogniser.open(DICTATION, Beam.NORMAL))
        .isInstanceOf(RecogniserException.class)
        .hasMessage("the fake is broken");
    assertThat(deaths).containsExactly("the fake is broken");
  }

  @Test
  void commandThatIsNone_isOneSentence() {
    recogniser.close();
    recogniser = new ChildRecogniser(List.of("no-such-command-here"), SETTINGS, clock, deaths::add);
    assertThatThrownBy(() -> recogniser.rate())
        .isInstanceOf(RecogniserException.class)
        .hasMessage("the recogniser's process cannot be started");
    assertThat(deaths).containsExactly("the recogniser's process cannot be started");
  }

  @Test
  void closed_opensNothing() {
    Decoder decoder = recogniser.open(DICTATION, Beam.NORMAL);
    recogniser.close();
    assertThatThrownBy(decoder::partial).isInstanceOf(RecogniserException.class);
    assertThatThrownBy(() -> recogniser.open(DICTATION, Beam.NORMAL))
        .isInstanceOf(IllegalStateException.class);
    assertThat(deaths).isEmpty();
  }

  @Test
  void pauses_doubleUpToTheLongest() {
    assertThat(SETTINGS.pause(1)).isEqualTo(Duration.ofMillis(500));
    assertThat(SETTINGS.pause(3)).isEqualTo(Duration.ofSeconds(2));
    assertThat(SETTINGS.pause(100)).isEqualTo(Duration.ofSeconds(30));
  }
}
