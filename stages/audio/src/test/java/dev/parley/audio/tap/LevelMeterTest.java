package dev.parley.audio.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.audio.Tone;
import dev.parley.audio.level.Level;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.time.CallClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelMeterTest {

  private static final AudioFormat INNER = AudioFormat.pcm16(16_000);
  private static final Epoch EPOCH = new Epoch(Epoch.Lane.MAIN, 1);
  private static final Samples LOUD = Tone.of(500, 1, 16_000, 320);

  private long nanos;
  private final LevelMeter meter = new LevelMeter();
  private final Tap.Observer call = meter.open(INNER, INNER, new CallClock(() -> nanos, 0));

  @Test
  void levels_areThoseOfTheLastFrames_untilTheyGrowOld() {
    assertThat(meter.caller()).isEqualTo(Level.SILENCE);
    call.inbound(new Captured(Position.start(16_000), LOUD));
    assertThat(meter.caller().rms()).isCloseTo(-3, within(0.1));
    assertThat(meter.agent()).isEqualTo(Level.SILENCE);
    nanos = Duration.ofMillis(201).toNanos();
    assertThat(meter.caller()).isEqualTo(Level.SILENCE);
  }

  @Test
  void agent_isSilentFromTheCutOn() {
    call.outbound(new Spoken(EPOCH, 0, Position.start(16_000), LOUD));
    assertThat(meter.agent().peak()).isCloseTo(0, within(0.1));
    call.outbound(new Cue.Interrupted(List.of(EPOCH)));
    assertThat(meter.agent()).isEqualTo(Level.SILENCE);
  }

  @Test
  void capture_keepsTheLastAudioOfEachSide() {
    Capture capture = Capture.last(Duration.ofMillis(30));
    Tap.Observer observer = capture.open(INNER, INNER, new CallClock(() -> nanos, 0));
    for (int at = 0; at < 5; at++) {
      observer.inbound(
          new Captured(new Position(at * 320L, 16_000), Samples.wrap(filled((short) at))));
    }
    observer.outbound(new Spoken(EPOCH, 0, Position.start(16_000), LOUD));
    assertThat(capture.caller().count()).isEqualTo(480);
    assertThat(capture.caller().slice(0, 160))
        .isEqualTo(Samples.wrap(filled((short) 3)).slice(0, 160));
    assertThat(capture.caller().slice(160, 480)).isEqualTo(Samples.wrap(filled((short) 4)));
    assertThat(capture.agent()).isEqualTo(LOUD);
  }

  private static short[] filled(short value) {
    short[] pcm = new short[320];
    Arrays.fill(pcm, value);
    return pcm;
  }
}
