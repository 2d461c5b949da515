package dev.parley.app.talk;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Voice;
import java.util.List;

/**
 * A caller for those who have no recording at hand: asks, interrupts the answer, thinks in the
 * middle of a sentence, and says good-bye. The same samples on every run.
 */
final class SampleCall {

  /** By its name in reports. */
  static final String NAME = "sample call";

  private static final double HIGHER = 1.15; // so that caller and agent do not sound alike

  /**
   * What the caller says.
   *
   * @param silence before it, in seconds
   */
  private record Line(double silence, String text) {}

  private static final List<Line> LINES =
      List.of(
          new Line(1.0, "Hello. When does the next train leave for the coast?"),
          new Line(2.6, "Wait, stop. I have to be there before noon."),
          new Line(6.5, "And the ticket,"),
          new Line(0.1, "how much is that for two people?"),
          new Line(1.5, "No, no, only one way."),
          new Line(6.5, "Thank you, good bye."),
          new Line(1.0, ""));

  private SampleCall() {}

  /** The caller's audio, at the voice's rate. */
  static Samples speak(Voice voice) {
    Samples call = Samples.silence(0);
    for (Line line : LINES) {
      call = call.append(Samples.silence((int) (line.silence * voice.rate())));
      call = call.append(higher(spoken(voice, line.text)));
    }
    return call;
  }

  private static Samples spoken(Voice voice, String text) {
    Samples[] whole = {Samples.silence(0)};
    if (!text.isEmpty()) {
      voice.speak(
          text,
          piece -> {
            whole[0] = whole[0].append(piece);
            return true;
          });
    }
    return whole[0];
  }

  /** Plays faster, and so higher, by linear interpolation. */
  private static Samples higher(Samples voice) {
    short[] out = new short[(int) (Math.max(0, voice.count() - 1) / HIGHER)];
    for (int i = 0; i < out.length; i++) {
      double at = i * HIGHER;
      int left = (int) at;
      double share = at - left;
      out[i] = (short) Math.round(voice.at(left) * (1 - share) + voice.at(left + 1) * share);
    }
    return Samples.wrap(out);
  }
}
