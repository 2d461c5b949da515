package dev.parley.audio.resample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.Stages;
import dev.parley.audio.Tone;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResampleTest {

  private static final AudioFormat TELEPHONE = AudioFormat.pcm16(8_000);
  private static final Epoch EPOCH = new Epoch(Epoch.Lane.MAIN, 1);

  @Test
  void captured_keepsThePositionsInTime_alsoBehindAGap() {
    Samples tone = Tone.of(440, 0.5, 8_000, 1_000);
    List<Inbound> out =
        Stages.run(
            Resample.captured(24_000),
            TELEPHONE,
            List.of(
                new Captured(new Position(80, 8_000), tone),
                new Gap(new Position(1_080, 8_000), 100, Gap.Cause.LOST),
                new Captured(new Position(1_180, 8_000), tone)));

    List<Captured> audio =
        out.stream().filter(Captured.class::isInstance).map(Captured.class::cast).toList();
    assertThat(audio.getFirst().position()).isEqualTo(new Position(240, 24_000));
    assertThat(audio.getLast().end()).isEqualTo(new Position(3 * 2_180, 24_000));
    assertThat(audio).filteredOn(a -> a.position().sample() == 3 * 1_180).hasSize(1);
    assertThat(audio.stream().mapToInt(a -> a.samples().count()).sum()).isEqualTo(6_000);
  }

  @Test
  void spoken_makesEachPartWholeBeforeItEnds() {
    ReplySignal ended = new ReplySignal.PartEnded(EPOCH, 0);
    List<Outbound> out =
        Stages.run(
            Resample.spoken(8_000),
            AudioFormat.pcm16(24_000),
            List.of(
                new Spoken(EPOCH, 0, Position.start(24_000), Tone.of(440, 0.5, 24_000, 2_400)),
                ended));

    assertThat(out.getLast()).isEqualTo(ended);
    assertThat(out.get(out.size() - 2))
        .isInstanceOfSatisfying(
            Spoken.class, last -> assertThat(last.end()).isEqualTo(new Position(800, 8_000)));
  }
}
