package dev.parley.speech.voice;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The languages of eSpeak NG as it lists them ({@code --voices}), by their tags in lower case.
 * Immutable.
 */
record EspeakLanguages(Set<String> tags) {

  private static final Pattern ROW = Pattern.compile("^\\s*\\d+\\s+(\\S+)");
  private static final Pattern OTHER = Pattern.compile("\\(([a-z0-9-]+) \\d+\\)");

  EspeakLanguages {
    tags = Set.copyOf(tags);
  }

  /** Reads the list: a tag in the second column, more of them in brackets at the end of a line. */
  static EspeakLanguages read(String list) {
    Set<String> tags = new TreeSet<>();
    for (String line : list.toLowerCase(Locale.ROOT).lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.find()) {
        tags.add(row.group(1));
        OTHER.matcher(line).results().forEach(other -> tags.add(other.group(1)));
      }
    }
    return new EspeakLanguages(tags);
  }

  /**
   * The tag by which the program knows a language: as it stands, or the nearest that is less
   * special ("fr-CA" is "fr"). English that says no more is American.
   */
  Optional<String> nearest(String language) {
    String tag = language.toLowerCase(Locale.ROOT).replace('_', '-');
    if (tag.equals("en") && tags.contains("en-us")) {
      return Optional.of("en-us");
    }
    while (!tags.contains(tag)) {
      int cut = tag.lastIndexOf('-');
      if (cut < 0) {
        return Optional.empty();
      }
      tag = tag.substring(0, cut);
    }
    return Optional.of(tag);
  }
}
