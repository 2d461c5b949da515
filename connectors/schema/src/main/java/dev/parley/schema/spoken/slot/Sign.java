package dev.parley.schema.spoken.slot;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One spelled character, as it was heard.
 *
 * @param options what it may be, letters in lower case, and how well the word fits each, 0 to 1
 * @param confidence how sure the recogniser is of the word, 0 to 1
 * @param isTold by a word that is hardly taken for another: "november"
 * @param isSmall mostly a small word that spells nothing: "a", "for"
 */
record Sign(Map<Character, Double> options, double confidence, boolean isTold, boolean isSmall) {

  Sign {
    options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  boolean mayBe(char character) {
    return options.containsKey(Character.toLowerCase(character));
  }
}
