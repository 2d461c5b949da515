package dev.parley.speech.voice;

import dev.parley.audio.codec.PcmDecoder;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Delivery;
import dev.parley.engine.model.Voice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * More than a hundred languages, robotic and instant: eSpeak NG, where it is installed, at 22.05
 * kHz.
 *
 * <p>Each text is spoken by a process of its own: the program's licence (GPL-3) does not allow it
 * into ours, and it takes nothing down when it breaks. The text goes through a pipe, never on the
 * command line, where every user of the machine could read it. The audio is handed on while it is
 * made, in pieces of 20 ms or less; who wants no more has the process killed at once.
 *
 * <p>Slower than 80 words a minute it does not speak; below that it takes longer from word to word.
 */
public final class EspeakVoice implements Voice {

  private static final String NAME = "espeak-ng";
  private static final AudioFormat SPOKEN = AudioFormat.pcm16(22_050);
  private static final int ONSET = 220; // 10 ms

  private final EspeakSettings settings;
  private final boolean named;
  private final Program program;
  private final Semaphore mouths;
  private final ReentrantLock asking = new ReentrantLock();
  private @Nullable EspeakLanguages languages;

  public EspeakVoice(EspeakSettings settings) {
    this(settings, /* named= */ !settings.language().equals(EspeakSettings.defaults().language()));
  }

  private EspeakVoice(EspeakSettings settings, boolean named) {
    this.settings = settings;
    this.named = named;
    program = new Program(settings.program(), settings.patience());
    mouths = new Semaphore(settings.atOnce(), /* fair= */ true);
  }

  /** Whether the program is installed. Starts nothing and never throws. */
  public boolean isAvailable() {
    return program.isThere(System.getenv());
  }

  /**
   * The same voice in another language.
   *
   * @param language a BCP 47 tag
   * @throws IllegalArgumentException in one sentence, if it does not speak that
   */
  public EspeakVoice speaking(String language) {
    EspeakVoice other = new EspeakVoice(settings.withLanguage(language), /* named= */ true);
    if (known().nearest(language).isEmpty()) {
      throw new IllegalArgumentException(
          "%s does not speak \"%s\": try another tag, like \"fr\"".formatted(NAME, language));
    }
    return other;
  }

  @Override
  public String name() {
    return named ? NAME + ":" + settings.language() : NAME;
  }

  @Override
  public int rate() {
    return SPOKEN.rate();
  }

  /**
   * As the program lists them.
   *
   * @throws IllegalStateException in one sentence, if it is not installed or broken
   */
  @Override
  public Set<String> languages() {
    return known().tags();
  }

  @Override
  public void speak(String text, Predicate<Samples> out) {
    speak(text, Delivery.plain(), out);
  }

  @Override
  public void speak(String text, Delivery how, Predicate<Samples> out) {
    if (text.isBlank()) {
      return;
    }
    Manner manner = Manner.of(how);
    String language = tag(how.language());
    WavStream wav = new WavStream(NAME, SPOKEN.rate());
    PcmDecoder decoder = new PcmDecoder(SPOKEN);
    Predicate<Samples> ear = ear(manner, out);
    boolean[] wanted = {true};
    mouths.acquireUninterruptibly();
    try {
      program.run(
          EspeakOptions.of(manner, language),
          Ssml.of(text, manner.range()),
          (bytes, count) -> {
            decoder.accept(wav.audio(bytes, count), piece -> wanted[0] = ear.test(piece));
            return wanted[0];
          });
    } finally {
      mouths.release();
    }
    if (!wav.hasBegun()) {
      throw new IllegalStateException(NAME + " answered with nothing");
    }
  }

  /** What its audio passes on the way to the listener. */
  private static Predicate<Samples> ear(Manner manner, Predicate<Samples> out) {
    Predicate<Samples> frames = new Frames(SPOKEN.rate(), out);
    return new LeadingSilence(
        manner.pauses() == 1
            ? frames
            : new Pauses(SPOKEN.rate(), manner.pace(), manner.pauses(), frames),
        ONSET);
  }

  /** What the program calls the language that is wanted, or its own if it does not speak that. */
  private String tag(Optional<String> wanted) {
    EspeakLanguages all = known();
    return wanted
        .flatMap(all::nearest)
        .or(() -> all.nearest(settings.language()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s does not speak \"%s\"".formatted(NAME, settings.language())));
  }

  /** The program is asked once. */
  private EspeakLanguages known() {
    asking.lock();
    try {
      EspeakLanguages found = languages;
      if (found == null) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        program.run(
            List.of("--voices"),
            "",
            (bytes, count) -> {
              list.write(bytes, 0, count);
              return true;
            });
        found = EspeakLanguages.read(list.toString(StandardCharsets.UTF_8));
        languages = found;
      }
      return found;
    } finally {
      asking.unlock();
    }
  }
}
