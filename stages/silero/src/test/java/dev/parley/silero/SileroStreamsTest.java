package dev.parley.silero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.engine.frame.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SileroStreamsTest {

  private static final int STREAMS = 3;
  private static final double ROUNDING = 1e-4; // a batch may add in another order

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000})
  void streamsInOneCall_hearWhatEachWouldAlone(int rate) {
    assumeNetwork();
    List<Samples> sounds = new ArrayList<>();
    for (int i = 0; i < STREAMS; i++) {
      sounds.add(Babble.of(i, rate, 2 * rate).append(Samples.silence(rate)));
    }
    try (SileroStreams together = SileroStreams.open(STREAMS, rate)) {
      List<SileroStreams> alone = new ArrayList<>();
      sounds.forEach(sound -> alone.add(SileroStreams.open(1, rate)));
      for (int at = 0; at < 3 * rate; at += rate / 50) {
        for (int i = 0; i < STREAMS; i++) {
          short[] frame = sounds.get(i).slice(at, at + rate / 50).toArray();
          together.put(i, frame);
          alone.get(i).put(0, frame);
          alone.get(i).run();
        }
        together.run();
        for (int i = 0; i < STREAMS; i++) {
          assertThat(together.probability(i))
              .isCloseTo(alone.get(i).probability(0), within(ROUNDING));
        }
      }
      alone.forEach(SileroStreams::close);
    }
  }

  @Test
  void batchesOfBothRates_doNotDisturbEachOther() {
    assumeNetwork();
    Samples narrow = Babble.of(8, 8_000, 16_000);
    Samples wide = Babble.of(9, 16_000, 32_000);
    List<Double> alone = new ArrayList<>();
    List<Double> beside = new ArrayList<>();
    try (SileroStreams one = SileroStreams.open(1, 8_000);
        SileroStreams two = SileroStreams.open(1, 8_000);
        SileroStreams other = SileroStreams.open(1, 16_000)) {
      for (int frame = 0; frame < 100; frame++) {
        alone.add(hear(one, narrow, frame));
        hear(other, wide, frame);
        beside.add(hear(two, narrow, frame));
      }
    }
    assertThat(beside).isEqualTo(alone);
  }

  @Test
  void rateThatTheNetworkDoesNotKnow_isRefused() {
    assertThatThrownBy(() -> SileroStreams.open(1, 11_025))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rate must be 8000 or 16000 Hz, got 11025");
  }

  private static double hear(SileroStreams streams, Samples sound, int frame) {
    int length = streams.rate() / 50;
    streams.put(0, sound.slice(frame * length, (frame + 1) * length).toArray());
    streams.run();
    return streams.probability(0);
  }

  private static void assumeNetwork() {
    assumeTrue(Silero.isAvailable(), "the Silero network is not in this build: install npm");
  }
}
