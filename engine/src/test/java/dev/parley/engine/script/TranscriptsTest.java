package dev.parley.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;
import org.junit.jupiter.api.Test;

class TranscriptsTest {

  private final Transcripts transcripts = new Transcripts();

  @Test
  void poll_ofNothing_isNull() {
    assertThat(transcripts.poll()).isNull();
  }

  @Test
  void turns_areToldToTheEnd_oneBehindTheOther() {
    Position first = new Position(100, 24_000);
    Position second = new Position(200, 24_000);
    transcripts.whole("good day", first);
    assertThat(transcripts.poll()).isEqualTo(new Signal.Words("good", first, false));
    transcripts.whole("bye", second);
    assertThat(transcripts.poll()).isEqualTo(new Signal.Words(" day", first, false));
    assertThat(transcripts.poll()).isEqualTo(new Signal.Words("good day", first, true));
    assertThat(transcripts.poll()).isEqualTo(new Signal.Words("bye", second, false));
    assertThat(transcripts.poll()).isEqualTo(new Signal.Words("bye", second, true));
    assertThat(transcripts.poll()).isNull();
  }
}
