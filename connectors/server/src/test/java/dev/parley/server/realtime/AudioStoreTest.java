package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Samples;
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
    return store.of(item).orElseThrow().stream().reduce(Samples.silence(0), Samples::append);
  }

  @Test
  void audio_isKeptPieceByPiece() {
    store.append("a", Sounds.ramp(0, 10));
    store.append("b", Sounds.ramp(0, 5));
    store.append("a", Sounds.ramp(10, 10));
    assertThat(of("a")).isEqualTo(Sounds.ramp(0, 20));
    assertThat(store.samples("a")).isEqualTo(20);
    assertThat(store.of("c")).isEmpty();
    assertThat(store.samples("c")).isZero();
  }

  @Test
  void oldest_goesFirstAndIsStillCounted() {
    store.append("a", Sounds.ramp(0, 60));
    store.append("b", Sounds.ramp(0, 40));
    assertThat(store.of("a")).isPresent();
    store.append("c", Sounds.ramp(0, 1));
    assertThat(store.of("a")).isEmpty();
    assertThat(store.samples("a")).isEqualTo(60);
    assertThat(store.of("b")).isPresent();
    store.append("a", Sounds.ramp(60, 10));
    assertThat(store.of("a")).as("half of it would be wrong").isEmpty();
    assertThat(store.samples("a")).isEqualTo(70);
  }

  @Test
  void itemThatIsTooLong_isNotKept() {
    store.append("a", Sounds.ramp(0, 101));
    assertThat(store.of("a")).isEmpty();
    store.append("b", Sounds.ramp(0, 100));
    assertThat(store.of("b")).isPresent();
  }

  @Test
  void truncate_cutsAcrossPieces() {
    store.append("a", Sounds.ramp(0, 10));
    store.append("a", Sounds.ramp(10, 10));
    store.append("a", Sounds.ramp(20, 10));
    store.truncate("a", 15);
    assertThat(of("a")).isEqualTo(Sounds.ramp(0, 15));
    store.truncate("a", 20);
    assertThat(store.samples("a")).as("never longer").isEqualTo(15);
    store.truncate("a", 10);
    assertThat(of("a")).isEqualTo(Sounds.ramp(0, 10));
    store.truncate("a", 0);
    assertThat(of("a").isEmpty()).isTrue();
    store.truncate("nobody", 0);
  }

  @Test
  void truncate_andRemove_giveTheirRoomBack() {
    store.append("a", Sounds.ramp(0, 50));
    store.append("b", Sounds.ramp(0, 50));
    store.truncate("a", 10);
    store.append("c", Sounds.ramp(0, 40));
    assertThat(store.of("a")).isPresent();
    store.remove("b");
    store.append("d", Sounds.ramp(0, 50));
    assertThat(store.of("a")).isPresent();
    store.append("e", Sounds.ramp(0, 1));
    assertThat(store.of("a")).isEmpty();
  }

  @Test
  void truncate_ofWhatIsGone_isStillCounted() {
    store.append("a", Sounds.ramp(0, 101));
    store.truncate("a", 20);
    assertThat(store.samples("a")).isEqualTo(20);
    store.remove("a");
    assertThat(store.samples("a")).isZero();
    store.append("b", Sounds.ramp(0, 100));
    assertThat(store.of("b")).isPresent();
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
          any.append(item, Samples.silence(size));
          lengths.merge(item, size, Integer::sum);
        }
        case 1 -> {
          any.truncate(item, size);
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
        assertThat(any.samples(each)).isEqualTo(lengths.getOrDefault(each, 0).longValue());
        int held = any.of(each).orElse(List.of()).stream().mapToInt(Samples::count).sum();
        assertThat(held).isIn(0, lengths.getOrDefault(each, 0));
        kept += held;
      }
      assertThat(kept).isLessThanOrEqualTo(100);
    }
  }
}
