package dev.parley.speech.voice;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Delivery;
import dev.parley.engine.model.Voice;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Another voice with a manner of its own, for texts that ask for none; who asks for one gets that.
 *
 * @param name by which plans and reports call it
 * @param voice that speaks
 * @param manner when nothing else is asked for
 */
public record Mannered(String name, Voice voice, Delivery manner) implements Voice {

  @Override
  public int rate() {
    return voice.rate();
  }

  @Override
  public Set<String> languages() {
    return voice.languages();
  }

  @Override
  public void speak(String text, Predicate<Samples> out) {
    voice.speak(text, manner, out);
  }

  @Override
  public void speak(String text, Delivery how, Predicate<Samples> out) {
    voice.speak(text, how, out);
  }
}
