package dev.parley.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import org.junit.jupiter.api.Test;

class ToldTest {

  private static final int RATE = 16_000;
  private static final Epoch FIRST = new Epoch(Epoch.Lane.MAIN, 1);

  private final Told told = new Told();

  private static Heard heard(Epoch epoch, long samples) {
    return new Heard(epoch, 0, new Position(samples, RATE), Heard.Basis.COUNTED);
  }

  private void say(Epoch epoch, long from, int count, String words) {
    told.note(new Spoken(epoch, 0, new Position(from, RATE), Samples.silence(count)));
    told.note(new ReplySignal.TextDelta(epoch, 0, words));
  }

  @Test
  void letters_areThoseWhoseAudioWasHeardToItsEnd() {
    say(FIRST, 0, 1_600, "good");
    say(FIRST, 1_600, 1_600, " day");

    assertThat(told.letters(heard(FIRST, 0))).isZero();
    assertThat(told.letters(heard(FIRST, 1_599))).isZero();
    assertThat(told.letters(heard(FIRST, 1_600))).isEqualTo(4);
    assertThat(told.letters(heard(FIRST, 3_199))).isEqualTo(4);
    assertThat(told.letters(heard(FIRST, 9_000))).isEqualTo(8);
  }

  @Test
  void replyOfWhichNothingLeft_isSilent() {
    told.note(new ReplySignal.Started(FIRST));
    assertThat(told.isSilent(FIRST)).isTrue();
    assertThat(told.letters(heard(FIRST, 100))).isZero();
    say(FIRST, 0, 10, "a");
    assertThat(told.isSilent(FIRST)).isFalse();
  }

  @Test
  void memory_isBounded_theOldestIsForgotten() {
    for (int n = 1; n <= 17; n++) {
      say(new Epoch(Epoch.Lane.MAIN, n), 0, 10, "word");
    }
    assertThat(told.letters(heard(FIRST, 10))).isZero();
    assertThat(told.letters(heard(new Epoch(Epoch.Lane.MAIN, 2), 10))).isEqualTo(4);
  }
}
