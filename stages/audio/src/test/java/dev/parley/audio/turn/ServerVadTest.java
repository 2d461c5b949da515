package dev.parley.audio.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.audio.vad.EnergyDetector;
import dev.parley.audio.vad.VadKernel;
import dev.parley.audio.vad.VadSettings;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VAD and turn detector together, as OpenAI's {@code server_vad} wants them. */
class ServerVadTest {

  private static final int RATE = 24_000;
  private static final int FRAME = RATE / 50;

  /** A second of quiet, a second of tone, three seconds of quiet. */
  private static final Samples WORD = word();

  @ParameterizedTest
  @CsvSource({"40, 300", "100, 300", "200, 0", "200, 300", "500, 300", "500, 1000", "1500, 300"})
  void turn_endsAfterExactlySoMuchSilence(int wait, int padding) {
    Duration silence = Duration.ofMillis(wait);
    VadSettings vad =
        VadSettings.defaults().withPrefixPadding(Duration.ofMillis(padding)).noSlowerThan(silence);
    Signal.TurnEnded turn = turn(vad, TurnSettings.after(silence));

    assertThat(turn.speechStart().millis())
        .isCloseTo(1_000 - Math.min(1_000, padding), within(20.0));
    assertThat(turn.speechEnd().millis()).isCloseTo(2_000 + Math.min(30, padding), within(20.0));
    double waited = turn.at().millis() - turn.speechEnd().millis();
    assertThat(waited).isBetween((double) wait, Math.max(wait, 60) + 20.0);
  }

  @Test
  void vadThatNoticesSilenceLater_wouldKeepTheTurnWaiting() {
    VadSettings slow = VadSettings.defaults().withMinSilence(Duration.ofMillis(600));
    TurnSettings after = TurnSettings.after(Duration.ofMillis(100));

    assertThat(turn(slow, after).at().millis()).isGreaterThan(2_600);
    assertThat(turn(slow.noSlowerThan(after.minWait()), after).at().millis()).isLessThan(2_200);
  }

  @Test
  void pauses_doNotLengthenTheWait() {
    TurnSettings after = TurnSettings.after(Duration.ofMillis(500));
    assertThat(after.minWait()).isEqualTo(after.maxWait());
    assertThat(after.withMaxTurn(Duration.ofHours(1)).maxTurn()).isEqualTo(Duration.ofHours(1));
  }

  private static Signal.TurnEnded turn(VadSettings vad, TurnSettings turns) {
    VadKernel first = new VadKernel(EnergyDetector.energy(), vad);
    first.negotiate(AudioFormat.pcm16(RATE));
    SilenceKernel second = new SilenceKernel(turns);
    List<Inbound> out = new ArrayList<>();
    for (int at = 0; at < WORD.count(); at += FRAME) {
      Captured frame = new Captured(new Position(at, RATE), WORD.slice(at, at + FRAME));
      first.accept(frame, heard -> second.accept(heard, out::add));
    }
    return out.stream()
        .filter(Signal.TurnEnded.class::isInstance)
        .map(Signal.TurnEnded.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Samples word() {
    short[] pcm = new short[5 * RATE];
    for (int i = 0; i < pcm.length; i++) {
      boolean speaks = i >= RATE && i < 2 * RATE;
      double tone = speaks ? 6_000 * Math.sin(2 * Math.PI * 440 * i / RATE) : 0;
      pcm[i] = (short) Math.round(tone + (i * 7_919 % 41 - 20) / 2.0);
    }
    return Samples.wrap(pcm);
  }
}
