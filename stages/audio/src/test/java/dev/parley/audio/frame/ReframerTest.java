package dev.parley.audio.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audio.Feeding;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReframerTest {

  @Property
  void frames_areOfOneLength_andLoseNothing_howeverTheInputIsCut(
      @ForAll @Size(max = 2_000) short[] pcm,
      @ForAll @IntRange(min = 1, max = 30) int millis,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 700) Integer> cuts) {
    Samples input = Samples.copyOf(pcm, 0, pcm.length);
    Reframer reframer = new Reframer(Duration.ofMillis(millis));
    reframer.negotiate(AudioFormat.pcm16(8_000));

    List<Samples> frames = Feeding.outputs(reframer, Feeding.cut(input, cuts));

    assertThat(Feeding.join(frames)).isEqualTo(input);
    assertThat(frames).hasSize((pcm.length + 8 * millis - 1) / (8 * millis));
    assertThat(frames.stream().limit(Math.max(0, frames.size() - 1)))
        .allMatch(frame -> frame.count() == 8 * millis);
  }

  @Test
  void aFrameWithinOneInput_isAView() {
    Reframer reframer = new Reframer(Duration.ofMillis(20));
    reframer.negotiate(AudioFormat.pcm16(16_000));
    Samples input = Samples.silence(320);
    assertThat(Feeding.outputs(reframer, List.of(input))).singleElement().isSameAs(input);
  }

  @Test
  void reset_forgetsWhatWaits() {
    Reframer reframer = new Reframer(Duration.ofMillis(20));
    reframer.negotiate(AudioFormat.pcm16(16_000));
    reframer.accept(Samples.silence(100), out -> {});
    reframer.reset();
    assertThat(Feeding.outputs(reframer, List.of())).isEmpty();
  }

  @Test
  void lengthsThatAreNoWholeNumberOfSamples_areRefused() {
    assertThatThrownBy(
            () -> Reframer.captured(Duration.ofMillis(10)).negotiate(AudioFormat.pcm16(11_025)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("10.0 ms");
    assertThatThrownBy(() -> new Reframer(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
