package dev.parley.conformance.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Output;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Spoken;
import dev.parley.testkit.Frames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformanceTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void recital_givesItsPieces_oneBehindTheOther() {
    Performance performance =
        performance(
            Output.SPEECH,
            new Piece.Say("Let me see", SECOND),
            new Piece.Call("call_1", "look", "{\"a\": 1}"));
    List<Outbound> frames = take(performance, 100);
    assertThat(frames.getFirst()).isInstanceOf(ReplySignal.Started.class);
    assertThat(frames.getLast()).isInstanceOf(ReplySignal.Ended.class);
    assertThat(Frames.audio(frames).count()).isEqualTo(24_000);
    assertThat(frames).filteredOn(ReplySignal.PartStarted.class::isInstance).hasSize(2);
    assertThat(frames).filteredOn(ReplySignal.PartEnded.class::isInstance).hasSize(2);
    assertThat(frames).filteredOn(ReplySignal.TextDelta.class::isInstance).hasSize(3);
    assertThat(frames).filteredOn(ReplySignal.ToolCall.class::isInstance).hasSize(1);
    assertThat(performance.isOver()).isTrue();
  }

  @Test
  void text_isWritten_whereSpeechIsNotWanted() {
    List<Outbound> frames =
        take(performance(Output.TEXT, new Piece.Say("Let me see", SECOND)), 100);
    assertThat(frames).noneMatch(Spoken.class::isInstance);
    assertThat(frames)
        .contains(
            new ReplySignal.PartStarted(Frames.main(1), 0, ReplySignal.Kind.TEXT),
            new ReplySignal.TextDelta(Frames.main(1), 0, "see"));
  }

  @Test
  void stall_comesToNoEnd_andNeitherDoesSpeechThatGoesOn() {
    Performance stall = performance(Output.SPEECH, new Piece.Stall("Well", SECOND));
    assertThat(Frames.audio(take(stall, 1_000)).count()).isEqualTo(24_000);
    assertThat(stall.isOver()).isFalse();
    Performance on = performance(Output.SPEECH, new Piece.SayOn("And on"));
    assertThat(take(on, 1_000)).hasSize(1_000);
  }

  @Test
  void failure_isTheEnd() {
    assertThat(take(performance(Output.SPEECH, new Piece.Fail()), 100))
        .contains(new ReplySignal.Ended(Frames.main(1), ReplySignal.Outcome.FAILED));
  }

  private static Performance performance(Output output, Piece... pieces) {
    return new Performance(Frames.main(1), Recital.of(pieces), output);
  }

  private static List<Outbound> take(Performance performance, int most) {
    List<Outbound> frames = new ArrayList<>();
    Outbound frame = performance.poll();
    while (frame != null && frames.size() < most) {
      frames.add(frame);
      frame = performance.poll();
    }
    return frames;
  }
}
