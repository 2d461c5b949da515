package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void ids_tellWhatTheyName() {
    Ids ids = new Ids(new Random(1));
    assertThat(ids.event()).matches("event_[A-Za-z0-9]{20}");
    assertThat(ids.item()).matches("item_[A-Za-z0-9]{20}");
    assertThat(ids.response()).matches("resp_[A-Za-z0-9]{20}");
    assertThat(ids.conversation()).matches("conv_[A-Za-z0-9]{20}");
  }

  @Test
  void ids_differ() {
    Ids ids = new Ids(new Random(2));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      assertThat(seen.add(ids.item())).isTrue();
    }
  }

  @Test
  void sameGenerator_sameIds() {
    assertThat(new Ids(new Random(3)).item()).isEqualTo(new Ids(new Random(3)).item());
    assertThat(new Ids(new Random(3)).item()).isNotEqualTo(new Ids(new Random(4)).item());
  }

  @Test
  void everyLetter_isUsedAtEveryPlace() {
    Ids ids = new Ids(new Random(5));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      String id = ids.item().substring("item_".length());
      for (int at = 0; at < id.length(); at++) {
        seen.add(at + ":" + id.charAt(at));
      }
    }
    assertThat(seen).hasSize(20 * 62);
  }
}
