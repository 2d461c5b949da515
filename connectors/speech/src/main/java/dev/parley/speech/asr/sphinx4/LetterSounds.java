package dev.parley.speech.asr.sphinx4;

import com.sun.speech.freetts.lexicon.LetterToSound;
import com.sun.speech.freetts.lexicon.LetterToSoundImpl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a word sounds, by its letters alone: FreeTTS's rules, in the CMU dictionary's phones. */
final class LetterSounds {

  private static final String RULES = "/com/sun/speech/freetts/en/us/cmulex_lts.bin";

  private final LetterToSound rules;

  LetterSounds() {
    URL found = LetterToSoundImpl.class.getResource(RULES);
    if (found == null) {
      throw new IllegalStateException("FreeTTS lacks its letter-to-sound rules");
    }
    try {
      rules = new LetterToSoundImpl(found, /* binary= */ true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param letters a to z, one or more
   */
  String apply(String letters) {
    return Arrays.stream(rules.getPhones(letters, null))
        .map(LetterSounds::phone)
        .collect(Collectors.joining(" "));
  }

  /** FreeTTS marks stress by a digit, and tells a weak vowel that the dictionary calls AH. */
  private static String phone(String spoken) {
    String plain = spoken.replaceAll("[0-9]", "").toUpperCase(Locale.ROOT);
    return plain.equals("AX") ? "AH" : plain;
  }
}
