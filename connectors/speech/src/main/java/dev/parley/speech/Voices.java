package dev.parley.speech;

import dev.parley.engine.model.Voice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Voices by name, in the order in which they were added. Immutable; safe for any thread. */
public final class Voices {

  private final Map<String, Voice> byName;

  private Voices(Map<String, Voice> byName) {
    this.byName = byName;
  }

  /** The voices of this module. None of them costs anything until it speaks. */
  public static Voices standard() {
    return new Voices(Map.of()).with(new FreeTtsVoice());
  }

  /** These and one more; it replaces one of the same name. */
  public Voices with(Voice voice) {
    Map<String, Voice> more = new LinkedHashMap<>(byName);
    more.put(voice.name(), voice);
    return new Voices(more);
  }

  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /**
   * The voice of that name.
   *
   * @throws IllegalArgumentException in one sentence with the names there are, if this is none of
   *     them
   */
  public Voice get(String name) {
    Voice voice = byName.get(name);
    if (voice == null) {
      throw new IllegalArgumentException(
          "there is no voice \"%s\": choose one of %s".formatted(name, String.join(", ", names())));
    }
    return voice;
  }
}
