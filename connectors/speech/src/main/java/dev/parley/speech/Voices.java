package dev.parley.speech;

import dev.parley.engine.model.Delivery;
import dev.parley.engine.model.Voice;
import dev.parley.speech.voice.EspeakSettings;
import dev.parley.speech.voice.EspeakVoice;
import dev.parley.speech.voice.Mannered;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Voices by name, in the order in which they were added. Immutable; safe for any thread.
 *
 * <p>A name may go on with a style or, where the voice speaks several, a language: {@code
 * freetts:calm}, {@code espeak-ng:fr}, {@code espeak-ng:fr:serious}.
 */
public final class Voices {

  private final Map<String, Voice> byName;

  private Voices(Map<String, Voice> byName) {
    this.byName = byName;
  }

  /** The voices of this module that work here. None of them costs anything until it speaks. */
  public static Voices standard() {
    return standard(EspeakSettings.defaults());
  }

  static Voices standard(EspeakSettings settings) {
    Voices pureJava = new Voices(Map.of()).with(new FreeTtsVoice());
    EspeakVoice espeak = new EspeakVoice(settings);
    return espeak.isAvailable() ? pureJava.with(espeak) : pureJava;
  }

  /**
   * The one to take when nobody chose: FreeTTS. It needs nothing installed, sounds the same on
   * every machine, and its first audio does not wait for a process to start.
   */
  public static Voice best() {
    return new FreeTtsVoice();
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
   * The voice of that name, with the style and language that it goes on with.
   *
   * @throws IllegalArgumentException in one sentence with the names there are, if this is none of
   *     them; or if the voice has no such style or language
   */
  public Voice get(String name) {
    Voice whole = byName.get(name);
    if (whole != null) {
      return whole;
    }
    List<String> parts = Arrays.asList(name.split(":", -1));
    Voice voice = byName.get(parts.getFirst());
    if (voice == null) {
      throw new IllegalArgumentException(
          "there is no voice \"%s\": choose one of %s".formatted(name, String.join(", ", names())));
    }
    List<String> options = parts.subList(1, parts.size());
    for (String language : options.stream().filter(option -> !isStyle(option)).toList()) {
      voice = with(voice, language);
    }
    for (String style : options.stream().filter(Voices::isStyle).toList()) {
      voice = with(voice, style);
    }
    return voice;
  }

  private static boolean isStyle(String option) {
    return Arrays.stream(Delivery.Style.values()).anyMatch(s -> s.toString().equals(option));
  }

  private static Voice with(Voice voice, String option) {
    if (isStyle(option)) {
      return new Mannered(
          voice.name() + ":" + option,
          voice,
          Delivery.plain().withStyle(Delivery.Style.named(option)));
    }
    if (voice instanceof EspeakVoice espeak) {
      return espeak.speaking(option);
    }
    throw new IllegalArgumentException(
        "the voice \"%s\" has no style or language \"%s\": its styles are casual, calm and serious"
            .formatted(voice.name(), option));
  }
}
