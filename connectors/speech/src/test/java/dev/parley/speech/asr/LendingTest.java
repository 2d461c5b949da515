package dev.parley.speech.asr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LendingTest {

  private final List<String> events = new ArrayList<>();
  private final Lending<String> model =
      new Lending<>(
          () -> {
            events.add("load");
            return "model";
          },
          freed -> events.add("free " + freed));

  @Test
  void model_isLoadedForTheFirst_andFreedBehindTheLast() {
    assertThat(events).isEmpty();
    assertThat(model.borrow()).isEqualTo("model");
    assertThat(model.borrow()).isEqualTo("model");
    model.giveBack();
    model.close();
    assertThat(events).containsExactly("load");
    model.giveBack();
    assertThat(events).containsExactly("load", "free model");
  }

  @Test
  void unusedModel_staysUntilItsOwnerCloses() {
    model.borrow();
    model.giveBack();
    assertThat(events).containsExactly("load");
    model.close();
    assertThat(events).containsExactly("load", "free model");
  }

  @Test
  void closedBeforeAnyoneCame_loadsAndFreesNothing() {
    model.close();
    assertThatThrownBy(model::borrow).hasMessage("the recogniser is closed");
    assertThat(events).isEmpty();
  }

  @Test
  void failedLoad_leavesNoBorrower_andIsTriedAgain() {
    List<String> freed = new ArrayList<>();
    int[] tries = {0};
    Lending<String> second =
        new Lending<>(
            () -> {
              if (tries[0]++ == 0) {
                throw new RecogniserException("not yet");
              }
              return "late";
            },
            freed::add);
    assertThatThrownBy(second::borrow).hasMessage("not yet");
    assertThat(second.borrow()).isEqualTo("late");
    second.giveBack();
    second.close();
    assertThat(freed).containsExactly("late");
  }
}
