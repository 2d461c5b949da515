package dev.parley.speech.asr.sphinx4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.engine.frame.Samples;
import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.FreeTtsVoice;
import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Task;
import dev.parley.speech.asr.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Sphinx4Test {

  private static final long HEAP = 100L << 20;

  private final Sphinx4 sphinx = new Sphinx4(/* processors= */ 1, HEAP);
  private final Task digits = new Task.Expected(digits());
  private Samples first = Samples.silence(0);
  private Samples second = Samples.silence(0);

  /** Any digit after any other. */
  private static LanguageModel digits() {
    Pronouncer pronouncer = new Pronouncer();
    Map<String, List<String>> words = new TreeMap<>();
    for (String word : "zero one two three four five six seven eight nine".split(" ", -1)) {
      words.put(word, pronouncer.apply(word));
    }
    StringBuilder arpa =
        new StringBuilder("\\data\\\nngram 1=12\n\n\\1-grams:\n-99 <s> 0\n-1 </s>\n");
    words.keySet().forEach(word -> arpa.append("-1.05 ").append(word).append(" 0\n"));
    return new LanguageModel("digits", arpa.append("\\end\\\n").toString(), words);
  }

  private static Samples spoken(String text) {
    List<Samples> pieces = new ArrayList<>();
    pieces.add(Samples.silence(4000));
    new FreeTtsVoice(1).speak(text, pieces::add);
    pieces.add(Samples.silence(4000));
    return pieces.stream().reduce(Samples.silence(0), Samples::append);
  }

  @BeforeAll
  void speak() {
    first = spoken("four two seven");
    second = spoken("nine one eight zero");
  }

  @AfterAll
  void close() {
    sphinx.close();
  }

  private static List<Transcript> heard(Decoder decoder, Samples audio, int most) {
    decoder.begin();
    for (int from = 0; from < audio.count(); from += 777) {
      decoder.feed(audio.slice(from, Math.min(audio.count(), from + 777)));
    }
    return decoder.finish(most);
  }

  @Test
  void digits_areUnderstood() {
    try (Decoder decoder = sphinx.open(digits, Beam.NORMAL)) {
      Transcript best = heard(decoder, first, 1).getFirst();
      assertThat(best.text()).isEqualTo("four two seven");
      assertThat(best.confidence()).isBetween(0.0, 1.0);
      assertThat(best.words())
          .allSatisfy(word -> assertThat(word.end()).isGreaterThan(word.start()))
          .allSatisfy(word -> assertThat(word.end()).isLessThanOrEqualTo(first.count()));
      assertThat(best.words().get(1).start()).isGreaterThanOrEqualTo(best.words().get(0).start());
    }
  }

  @Test
  void alternatives_differ() {
    try (Decoder decoder = sphinx.open(digits, Beam.WIDE)) {
      List<Transcript> alternatives = heard(decoder, second, 5);
      assertThat(alternatives).hasSizeBetween(2, 5);
      assertThat(alternatives.stream().map(Transcript::text)).doesNotHaveDuplicates();
    }
  }

  @Test
  void sameAudio_givesTheSame_whateverWasSaidBefore() {
    try (Decoder decoder = sphinx.open(digits, Beam.NORMAL)) {
      List<Transcript> before = heard(decoder, first, 3);
      heard(decoder, second, 1);
      decoder.begin();
      decoder.feed(second);
      decoder.partial();
      assertThat(heard(decoder, first, 3)).isEqualTo(before);
    }
  }

  @Test
  void decodersOfOneModel_doNotDisturbEachOther() throws InterruptedException {
    try (Decoder one = sphinx.open(digits, Beam.NORMAL);
        Decoder two = sphinx.open(digits, Beam.NORMAL);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Transcript> aloneOne = heard(one, first, 2);
      List<Transcript> aloneTwo = heard(two, second, 2);
      ConcurrentLinkedQueue<List<Transcript>> together = new ConcurrentLinkedQueue<>();
      threads.execute(() -> together.add(heard(one, first, 2)));
      threads.execute(() -> together.add(heard(two, second, 2)));
      threads.shutdown();
      assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
      assertThat(together).containsExactlyInAnyOrder(aloneOne, aloneTwo);
    }
  }

  @Test
  void partial_growsWithTheUtterance() {
    try (Decoder decoder = sphinx.open(digits, Beam.NORMAL)) {
      decoder.begin();
      assertThat(decoder.partial().words()).isEmpty();
      decoder.feed(first);
      assertThat(decoder.partial().words()).isNotEmpty();
      decoder.begin();
      assertThat(decoder.partial().words()).isEmpty();
    }
  }

  @Test
  void nothing_isEmpty() {
    try (Decoder decoder = sphinx.open(digits, Beam.NORMAL)) {
      decoder.begin();
      assertThat(decoder.finish(1)).containsExactly(Transcript.EMPTY);
      assertThat(heard(decoder, Samples.silence(100), 1)).hasSize(1);
      assertThat(heard(decoder, Samples.silence(16_000), 1)).hasSize(1);
    }
  }

  @Test
  void dictation_isRefused() {
    Task dictation = new Task.Dictation(Optional.of("en"));
    assertThat(sphinx.can(dictation)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> sphinx.open(dictation, Beam.NORMAL));
  }

  @Test
  void brokenLanguageModel_isRefusedAndTheNextIsNot() {
    Task broken = new Task.Expected(new LanguageModel("broken", "rubbish", Map.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> sphinx.open(broken, Beam.NORMAL));
    sphinx.open(digits, Beam.NORMAL).close();
  }

  @Test
  void capacity_isWhatHeapAndProcessorsCarry() {
    assertThat(new Sphinx4(2, 1L << 30).capacity()).isEqualTo(8);
    assertThat(new Sphinx4(16, 100L << 20).capacity()).isEqualTo(4);
    assertThat(new Sphinx4(4, 0).capacity()).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new Sphinx4(0, 0));
  }

  @Test
  void closed_opensNothing() {
    Sphinx4 closed = new Sphinx4(1, HEAP);
    closed.close();
    assertThatIllegalStateException().isThrownBy(() -> closed.open(digits, Beam.NORMAL));
    Decoder decoder = sphinx.open(digits, Beam.NORMAL);
    decoder.close();
    assertThatIllegalStateException().isThrownBy(decoder::begin);
  }
}
