package dev.parley.app;

import dev.parley.audio.vad.EnergyDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Voice;
import dev.parley.scripted.EchoModel;
import dev.parley.scripted.ScriptFileModel;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.silero.Silero;
import dev.parley.speech.cascade.Cascade;
import dev.parley.webrtcvad.WebRtcVad;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The names that users may give, and what they stand for. A new stage, model or detector is one
 * line here.
 */
public final class Catalogue {

  private static final Map<String, Supplier<SpeechDetectors>> DETECTORS = detectors();
  private static final Map<String, BiFunction<String, Voice, Backend>> MODELS = models();

  private Catalogue() {}

  private static Map<String, Supplier<SpeechDetectors>> detectors() {
    Map<String, Supplier<SpeechDetectors>> known = new LinkedHashMap<>();
    known.put("silero", Silero::defaults);
    known.put("webrtc", WebRtcVad::defaults);
    known.put("energy", EnergyDetector::energy);
    return known;
  }

  private static Map<String, BiFunction<String, Voice, Backend>> models() {
    Map<String, BiFunction<String, Voice, Backend>> known = new LinkedHashMap<>();
    known.put(
        ScriptedSettings.NAME,
        (spec, voice) -> new ScriptedModel(ScriptedSettings.parse(spec), voice));
    known.put(EchoModel.NAME, (spec, voice) -> EchoModel.parse(spec));
    known.put(
        ScriptFileModel.NAME, (spec, voice) -> ScriptFileModel.read(Path.of(rest(spec)), voice));
    known.put(Cascade.NAME, OfflineModel::parse);
    return known;
  }

  /** The detector that is used where none is named: the best one that this build has. */
  public static String bestDetector() {
    return Silero.isAvailable() ? "silero" : "webrtc";
  }

  /**
   * A kind of speech detector.
   *
   * @throws IllegalArgumentException if there is none of that name, or it is not in this build
   */
  public static SpeechDetectors detector(String name) {
    Supplier<SpeechDetectors> found = DETECTORS.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "unknown speech detector \"" + name + "\": choose one of " + names(DETECTORS));
    }
    if (name.equals("silero") && !Silero.isAvailable()) {
      throw new IllegalArgumentException(
          "the Silero network is not in this build: install npm and run 'parley setup', or use"
              + " --vad webrtc");
    }
    return found.get();
  }

  /**
   * A model, by a name with options behind a colon.
   *
   * @throws IllegalArgumentException if there is none of that name, or an option is wrong
   */
  public static Backend model(String spec, Voice voice) {
    String name = spec.contains(":") ? spec.substring(0, spec.indexOf(':')) : spec;
    BiFunction<String, Voice, Backend> found = MODELS.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "unknown model \"" + name + "\": choose one of " + names(MODELS));
    }
    return found.apply(spec, voice);
  }

  private static String rest(String spec) {
    int colon = spec.indexOf(':');
    if (colon < 0 || colon == spec.length() - 1) {
      throw new IllegalArgumentException("a script model needs its file: script:FILE");
    }
    return spec.substring(colon + 1);
  }

  private static String names(Map<String, ?> known) {
    return String.join(", ", known.keySet());
  }
}
