package dev.parley.audio.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audio.Stages;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.time.CallClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EchoGateTest {

  private static final AudioFormat INNER = AudioFormat.pcm16(16_000);
  private static final Epoch EPOCH = new Epoch(Epoch.Lane.MAIN, 1);
  private static final Captured VOICE =
      new Captured(new Position(960, 16_000), Samples.wrap((short) 5, (short) 6));
  private static final Captured MUTED = new Captured(VOICE.position(), Samples.silence(2));

  private long nanos;
  private final EchoGate gate = EchoGate.create();
  private final Tap.Observer observer = gate.open(INNER, INNER, new CallClock(() -> nanos, 0));

  @Test
  void microphone_isOpenUntilTheAgentSpeaks() {
    assertThat(gate.mutes()).isFalse();
    assertThat(EchoGate.create().mutes()).isFalse();
  }

  @Test
  void microphone_isMuted_whileTheAgentSpeaksAndALittleLonger() {
    speak(1_000);
    assertThat(mutesAt(0)).isTrue();
    assertThat(mutesAt(999)).isTrue();
    assertThat(mutesAt(1_299)).isTrue();
    assertThat(mutesAt(1_300)).isFalse();
  }

  @Test
  void slicesGivenAheadOfTheirTime_addUp() {
    speak(500);
    speak(500);
    nanos = Duration.ofMillis(10).toNanos();
    speak(500);
    assertThat(mutesAt(1_799)).isTrue();
    assertThat(mutesAt(1_800)).isFalse();
  }

  @Test
  void cut_opensItAfterTheEchoHasDied() {
    speak(10_000);
    nanos = Duration.ofMillis(400).toNanos();
    observer.outbound(new Cue.Interrupted(List.of(EPOCH)));
    assertThat(mutesAt(699)).isTrue();
    assertThat(mutesAt(700)).isFalse();
  }

  @Test
  void mutedAudio_becomesSilenceInItsPlace_andSignalsPass() {
    Signal key = new Signal.Dtmf('5', VOICE.position());
    assertThat(through(key, VOICE)).containsExactly(key, VOICE);
    speak(1_000);
    assertThat(through(key, VOICE)).containsExactly(key, MUTED);
  }

  @Test
  void release_mustNotBeNegative() {
    assertThatThrownBy(() -> EchoGate.create(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("release");
  }

  private void speak(int millis) {
    observer.outbound(new Spoken(EPOCH, 0, Position.start(16_000), Samples.silence(16 * millis)));
  }

  private boolean mutesAt(int millis) {
    nanos = Duration.ofMillis(millis).toNanos();
    return gate.mutes();
  }

  private List<Inbound> through(Inbound... frames) {
    return Stages.run(gate, INNER, List.of(frames));
  }
}
