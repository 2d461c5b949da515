package dev.parley.speech.asr.sphinx4;

import edu.cmu.sphinx.linguist.acoustic.Unit;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.dictionary.Dictionary;
import edu.cmu.sphinx.linguist.dictionary.Pronunciation;
import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.util.props.PropertySheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a language model and how they sound, as Sphinx4 asks for them. Immutable. */
final class WordList implements Dictionary {

  private static final Map<String, String> FILLERS =
      Map.of(
          SENTENCE_START_SPELLING,
          "SIL",
          SENTENCE_END_SPELLING,
          "SIL",
          SILENCE_SPELLING,
          "SIL",
          "[NOISE]",
          "+NSN+",
          "[SPEECH]",
          "+SPN+");

  private final Map<String, Word> words = new HashMap<>();

  /**
   * @param phones those the acoustic model has; a pronunciation with another is left out
   */
  WordList(Map<String, List<String>> pronunciations, UnitManager units, Set<String> phones) {
    FILLERS.forEach(
        (spelling, phone) ->
            words.put(
                spelling,
                word(spelling, new Unit[][] {{units.getUnit(phone, /* filler= */ true)}}, true)));
    pronunciations.forEach(
        (spelling, ways) -> {
          Unit[][] known =
              ways.stream()
                  .map(way -> way.strip().split("\\s+"))
                  .filter(way -> phones.containsAll(List.of(way)))
                  .map(way -> units(way, units))
                  .toArray(Unit[][]::new);
          if (known.length > 0) {
            words.putIfAbsent(spelling, word(spelling, known, /* filler= */ false));
          }
        });
  }

  private static Unit[] units(String[] phones, UnitManager units) {
    Unit[] made = new Unit[phones.length];
    for (int i = 0; i < phones.length; i++) {
      made[i] = units.getUnit(phones[i], /* filler= */ false);
    }
    return made;
  }

  private static Word word(String spelling, Unit[][] ways, boolean filler) {
    Pronunciation[] pronunciations = new Pronunciation[ways.length];
    for (int i = 0; i < ways.length; i++) {
      pronunciations[i] = new Pronunciation(ways[i], "", 1);
    }
    Word word = new Word(spelling, pronunciations, filler);
    for (Pronunciation pronunciation : pronunciations) {
      pronunciation.setWord(word);
    }
    return word;
  }

  @Override
  public @Nullable Word getWord(String spelling) {
    return words.get(spelling);
  }

  @Override
  public Word getSentenceStartWord() {
    return filler(SENTENCE_START_SPELLING);
  }

  @Override
  public Word getSentenceEndWord() {
    return filler(SENTENCE_END_SPELLING);
  }

  @Override
  public Word getSilenceWord() {
    return filler(SILENCE_SPELLING);
  }

  private Word filler(String spelling) {
    return java.util.Objects.requireNonNull(words.get(spelling));
  }

  @Override
  public Word[] getFillerWords() {
    return FILLERS.keySet().stream().sorted().map(this::filler).toArray(Word[]::new);
  }

  // Everything is there since it was made; nothing is read from a configuration.

  @Override
  public void allocate() {}

  @Override
  public void deallocate() {}

  @Override
  public void newProperties(PropertySheet sheet) {}
}
