package dev.parley.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Frame;
import dev.parley.engine.stage.Stage;
import dev.parley.testkit.stage.StageSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the engine relies on in every stage.
 *
 * @param <F> the stage's direction
 */
public abstract class StageContract<F extends Frame> {

  /** The stage under test; the same description every time. */
  protected abstract Stage<F> stage();

  /** Audio that it takes. */
  protected abstract AudioFormat format();

  /** At least ten frames in that format, unbroken but for gaps, with a signal among them. */
  protected abstract List<F> frames();

  /** How much audio it may hold back before a signal. */
  protected Duration delay() {
    return Duration.ofMillis(100);
  }

  private StageSpec<F> spec() {
    return StageSpec.of(stage(), format());
  }

  @Test
  void name_isFitForPlans() {
    assertThat(stage().name()).matches("[a-z0-9][a-z0-9.-]*");
    assertThat(stage().named("another").name()).isEqualTo("another");
  }

  @Test
  void negotiate_saysTheSameEveryTime() {
    assertThat(stage().negotiate(format())).isEqualTo(stage().negotiate(format()));
    assertThat(stage().named("another").negotiate(format())).isEqualTo(stage().negotiate(format()));
  }

  @Test
  void calls_areIndependent() {
    spec().callsAreIndependent(frames());
  }

  @Test
  void signals_passInPlace() {
    spec().signalsPassInPlace(frames(), delay());
  }

  @Test
  void positions_stayTrue() {
    spec().positionsStayTrue(frames());
  }

  @Test
  void backpressure_isKept() {
    spec().backpressureIsKept(frames());
  }

  @Test
  void nothingGiven_givesNoAudio() {
    assertThat(spec().output(List.of())).isEmpty();
  }
}
