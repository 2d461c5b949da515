package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Samples;
import dev.parley.wire.audio.AudioFormatSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AudioStoreTest {

  private final AudioStore store = new AudioStore(200); // 100 samples

  private Samples of(String item) {
    return store.of(item, 0).orElseThrow().pieces().stream()
        .reduce(Samples.silence(0), Samples::append);
  }

  @Test
  void audio_isKeptPieceByPiece() {
    store.append("a", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 10));
    store.append("b", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 5));
    store.append("a", 0, AudioFormatSpec.PCM, Sounds.ramp(10, 10));
    assertThat(of("a")).isEqualTo(Sounds.ramp(0, 20));
    assertThat(store.samples("a", 0)).isEqualTo(20);
    assertThat(store.of("c", 0)).isEmpty();
    assertThat(store.samples("c", 0)).isZero();
  }

  @Test
  void oldest_goesFirstAndIsStillCounted() {
    store.append("a", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 60));
    store.append("b", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 40));
    assertThat(store.of("a", 0)).isPresent();
    store.append("c", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 1));
    assertThat(store.of("a", 0)).isEmpty();
    assertThat(store.samples("a", 0)).isEqualTo(60);
    assertThat(store.of("b", 0)).isPresent();
    store.append("a", 0, AudioFormatSpec.PCM, Sounds.ramp(60, 10));
    assertThat(store.of("a", 0)).as("half of it would be wrong").isEmpty();
    assertThat(store.samples("a", 0)).isEqualTo(70);
  }

  @Test
  void itemThatIsTooLong_isNotKept() {
    store.append("a", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 101));
    assertThat(store.of("a", 0)).isEmpty();
    store.append("b", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 100));
    assertThat(store.of("b", 0)).isPresent();
  }

  @Test
  void truncate_cutsAcrossPieces() {
    store.append("a", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 10));
    store.append("a", 0, AudioFormatSpec.PCM, Sounds.ramp(10, 10));
    store.append("a", 0, AudioFormatSpec.PCM, Sounds.ramp(20, 10));
    store.truncate("a", 0, 15);
    assertThat(of("a")).isEqualTo(Sounds.ramp(0, 15));
    store.truncate("a", 0, 20);
    assertThat(store.samples("a", 0)).as("never longer").isEqualTo(15);
    store.truncate("a", 0, 10);
    assertThat(of("a")).isEqualTo(Sounds.ramp(0, 10));
    store.truncate("a", 0, 0);
    assertThat(of("a").isEmpty()).isTrue();
    store.truncate("nobody", 0, 0);
  }

  @Test
  void truncate_andRemove_giveTheirRoomBack() {
    store.append("a", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 50));
    store.append("b", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 50));
    store.truncate("a", 0, 10);
    store.append("c", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 40));
    assertThat(store.of("a", 0)).isPresent();
    store.remove("b");
    store.append("d", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 50));
    assertThat(store.of("a", 0)).isPresent();
    store.append("e", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 1));
    assertThat(store.of("a", 0)).isEmpty();
  }

  @Test
  void truncate_ofWhatIsGone_isStillCounted() {
    store.append("a", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 101));
    store.truncate("a", 0, 20);
    assertThat(store.samples("a", 0)).isEqualTo(20);
    store.remove("a");
    assertThat(store.samples("a", 0)).isZero();
    store.append("b", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 100));
    assertThat(store.of("b", 0)).isPresent();
  }

  @Test
  void contents_areKeptApart_andGoTogether() {
    store.append("a", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 10));
    store.append("a", 2, AudioFormatSpec.PCMU, Sounds.ramp(50, 20));
    assertThat(of("a")).isEqualTo(Sounds.ramp(0, 10));
    assertThat(store.of("a", 1)).isEmpty();
    assertThat(store.of("a", 2))
        .contains(new AudioStore.Clip(AudioFormatSpec.PCMU, List.of(Sounds.ramp(50, 20))));
    assertThat(store.samples("a", 2)).isEqualTo(20);
    store.remove("a");
    assertThat(store.samples("a", 0)).isZero();
    assertThat(store.of("a", 2)).isEmpty();
    store.append("b", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 100));
    assertThat(store.of("b", 0)).as("their room is free").isPresent();
  }

  @Test
  void counted_isNotKept_andTakesNoRoom() {
    assertThat(store.couldKeep(100)).isTrue();
    assertThat(store.couldKeep(101)).isFalse();
    store.append("a", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 60));
    store.count("a", 0, AudioFormatSpec.PCM, 1_000);
    assertThat(store.samples("a", 0)).isEqualTo(1_060);
    assertThat(store.of("a", 0)).isEmpty();
    store.append("b", 0, AudioFormatSpec.PCM, Sounds.ramp(0, 100));
    assertThat(store.of("b", 0)).isPresent();
  }

  @Property
  void whateverHappens_noMoreIsKeptThanMayBe(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 299) Integer> acts) {
    AudioStore any = new AudioStore(200);
    Map<String, Integer> lengths = new HashMap<>();
    for (int act : acts) {
      String item = "item" + act % 5;
      int size = act / 5 + 1;
      switch (act % 3) {
        case 0 -> {
          any.append(item, 0, AudioFormatSpec.PCM, Samples.silence(size));
          lengths.merge(item, size, Integer::sum);
        }
        case 1 -> {
          any.truncate(item, 0, size);
          lengths.computeIfPresent(item, (name, length) -> Math.min(length, size));
        }
        default -> {
          any.remove(item);
          lengths.remove(item);
        }
      }
      int kept = 0;
      for (int i = 0; i < 5; i++) {
        String each = "item" + i;
        assertThat(any.samples(each, 0)).isEqualTo(lengths.getOrDefault(each, 0).longValue());
        int held =
            any.of(each, 0).map(AudioStore.Clip::pieces).orElse(List.of()).stream()
                .mapToInt(Samples::count)
                .sum();
        assertThat(held).isIn(0, lengths.getOrDefault(each, 0));
        kept += held;
      }
      assertThat(kept).isLessThanOrEqualTo(100);
    }
  }
}
