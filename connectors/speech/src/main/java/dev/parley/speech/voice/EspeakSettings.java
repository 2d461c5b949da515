package dev.parley.speech.voice;

import java.time.Duration;
import java.util.Objects;

/**
 * How eSpeak NG is run.
 *
 * @param program its name, looked up on the search path, or where it lies
 * @param language what it speaks unless a text asks for another; a BCP 47 tag
 * @param atOnce how many texts it speaks at once; who comes then waits
 * @param patience how long it may be silent before it is taken for hung
 */
public record EspeakSettings(String program, String language, int atOnce, Duration patience) {

  public EspeakSettings {
    Objects.requireNonNull(patience, "patience");
    if (program.isBlank()) {
      throw new IllegalArgumentException("program must be a name or a path, got nothing");
    }
    if (!language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}")) {
      throw new IllegalArgumentException(
          "language must be a tag like \"fr\" or \"en-US\", got \"%s\"".formatted(language));
    }
    if (atOnce < 1) {
      throw new IllegalArgumentException("atOnce must be 1 or more, got " + atOnce);
    }
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience must be longer than nothing, got " + patience);
    }
  }

  /** American English, a text for each processor, five seconds of patience. */
  public static EspeakSettings defaults() {
    return new EspeakSettings(
        "espeak-ng", "en-us", Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(5));
  }

  public EspeakSettings withProgram(String nameOrPath) {
    return new EspeakSettings(nameOrPath, language, atOnce, patience);
  }

  public EspeakSettings withLanguage(String tag) {
    return new EspeakSettings(program, tag, atOnce, patience);
  }

  public EspeakSettings withAtOnce(int texts) {
    return new EspeakSettings(program, language, texts, patience);
  }

  public EspeakSettings withPatience(Duration longest) {
    return new EspeakSettings(program, language, atOnce, longest);
  }
}
