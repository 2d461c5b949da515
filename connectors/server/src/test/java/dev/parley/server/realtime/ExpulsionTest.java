package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpulsionTest {

  private final Expulsion expulsion = new Expulsion();
  private final List<String> left = new ArrayList<>();

  private void arm() {
    expulsion.arm((code, reason) -> left.add(code + " " + reason));
  }

  @Test
  void session_thatRuns_leavesAtOnce() {
    arm();
    assertThat(left).isEmpty();
    expulsion.expel(1012, "restart");
    assertThat(left).containsExactly("1012 restart");
  }

  @Test
  void session_thatWasExpelledBeforeItRan_leavesWhenItDoes() {
    expulsion.expel(1008, "revoked");
    assertThat(left).isEmpty();
    arm();
    assertThat(left).containsExactly("1008 revoked");
  }
}
