package dev.parley.benchmarks.eval;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Voice;
import java.util.function.Predicate;

/** A voice that says the same recording, whatever it is given to say. */
record ClipVoice(Clip clip) implements Voice {

  @Override
  public String name() {
    return "clip";
  }

  @Override
  public int rate() {
    return clip.rate();
  }

  @Override
  public void speak(String text, Predicate<Samples> out) {
    boolean unused = out.test(clip.samples()); // it is all there is, wanted or not
  }
}
