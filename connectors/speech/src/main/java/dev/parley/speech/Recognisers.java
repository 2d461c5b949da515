package dev.parley.speech;

import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.child.ChildRecogniser;
import dev.parley.speech.asr.child.ChildSettings;
import dev.parley.speech.asr.pocketsphinx.PocketSettings;
import dev.parley.speech.asr.pocketsphinx.PocketSphinx;
import dev.parley.speech.asr.sphinx4.Sphinx4;
import dev.parley.speech.asr.vosk.VoskRecogniser;
import dev.parley.speech.asr.whisper.WhisperRecogniser;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Recognisers by name: {@code pocketsphinx}, {@code sphinx4}, {@code vosk:FOLDER}, {@code
 * whisper:FILE}; and any of them with {@code child:} before it, to run it in a process of its own.
 *
 * <p>Immutable; safe for any thread. Whoever makes a recogniser closes it.
 */
public final class Recognisers {

  /** The name of the recogniser that everybody has. */
  public static final String ALWAYS = "sphinx4";

  private static final String CHILD = "child:";

  private final InstantSource clock;
  private final ChildSettings children;
  private final Map<String, Supplier<Recogniser>> simple = new LinkedHashMap<>();
  private final Map<String, Function<Path, Recogniser>> ofModels = new LinkedHashMap<>();
  private final BooleanSupplier pocketSphinx;

  private Recognisers(InstantSource clock, ChildSettings children, BooleanSupplier pocketSphinx) {
    this.clock = clock;
    this.children = children;
    this.pocketSphinx = pocketSphinx;
    simple.put("pocketsphinx", () -> new PocketSphinx(PocketSettings.defaults()));
    simple.put(ALWAYS, Sphinx4::new);
    ofModels.put("vosk", VoskRecogniser::of);
    ofModels.put("whisper", WhisperRecogniser::of);
  }

  /** Those of this module. */
  public static Recognisers standard() {
    return new Recognisers(
        InstantSource.system(), ChildSettings.defaults(), PocketSphinx::isAvailable);
  }

  /** The same, with children treated like this. */
  public Recognisers withChildren(ChildSettings settings) {
    return new Recognisers(clock, settings, pocketSphinx);
  }

  /** The same, as if PocketSphinx were there or not. */
  Recognisers withPocketSphinx(boolean available) {
    return new Recognisers(clock, children, () -> available);
  }

  /** The forms that names have, for help and messages. */
  public static List<String> forms() {
    return List.of("pocketsphinx", ALWAYS, "vosk:FOLDER", "whisper:FILE", "child:NAME");
  }

  /** The name of the best that works here: PocketSphinx where it is installed, else Sphinx4. */
  public String best() {
    return pocketSphinx.getAsBoolean() ? "pocketsphinx" : ALWAYS;
  }

  /**
   * Makes the recogniser of that name. It costs little until its first decoder is opened.
   *
   * @throws IllegalArgumentException in one sentence with the forms there are, if it is no such
   *     name
   * @throws dev.parley.speech.asr.RecogniserException in one sentence, if its library or model is
   *     missing or broken
   */
  public Recogniser make(String name) {
    if (name.startsWith(CHILD)) {
      return child(name.substring(CHILD.length()));
    }
    Supplier<Recogniser> plain = simple.get(name);
    if (plain != null) {
      return plain.get();
    }
    Function<Path, Recogniser> ofModel = ofModels.get(kind(name));
    if (ofModel == null || !namesModel(name)) {
      throw unknown(name);
    }
    return ofModel.apply(path(name));
  }

  private Recogniser child(String name) {
    if (!simple.containsKey(name) && !namesModel(name)) {
      throw unknown(CHILD + name);
    }
    return new ChildRecogniser(InChild.class, name, children, clock);
  }

  private boolean namesModel(String name) {
    return ofModels.containsKey(kind(name)) && name.contains(":") && !name.endsWith(":");
  }

  private static String kind(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  private static Path path(String name) {
    try {
      return Path.of(name.substring(name.indexOf(':') + 1));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("\"%s\" names no file".formatted(name), e);
    }
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException(
        "there is no recogniser \"%s\": choose one of %s"
            .formatted(name, String.join(", ", forms())));
  }

  /** Makes it again, in the child. */
  public static final class InChild implements Function<String, Recogniser> {
    @Override
    public Recogniser apply(String name) {
      return standard().make(name);
    }
  }
}
