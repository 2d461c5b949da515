package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.words.NumberWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Corrections that say where: "the second one is b and the last digit is five". */
final class CodePlaces {

  private static final Set<String> BETWEEN =
      Set.of("one", "letter", "digit", "number", "character", "is", "should", "be", "a", "an");

  private final CodeEcho echo;
  private final String code;

  /**
   * A place that is named.
   *
   * @param last counted from the end
   * @param number from 1
   * @param from the first of its words
   * @param behind what names it
   */
  private record Place(boolean last, int number, int from, int behind) {}

  CodePlaces(CodeEcho echo, String code) {
    this.echo = echo;
    this.code = code;
  }

  /** The code with the characters where the words want them; nothing if they name no places. */
  Optional<String> read(SpelledWords said, Predicate<String> isBeside) {
    int not = said.words().indexOf("not");
    SpelledWords words = not > 0 ? said.part(0, not) : said;
    List<Place> places = places(words);
    if (places.isEmpty() || places.getFirst().from() > 0) {
      return Optional.empty();
    }
    char[] better = code.toCharArray();
    for (int i = 0; i < places.size(); i++) {
      int end = i + 1 < places.size() ? places.get(i + 1).from() : words.count();
      Place place = places.get(i);
      int to = end > place.behind() && words.word(end - 1).equals("and") ? end - 1 : end;
      if (!put(place, words.part(0, to), isBeside, better)) {
        return Optional.empty();
      }
    }
    return Optional.of(new String(better));
  }

  /** What the last place should be, where a place is named that has no room for it. */
  Optional<SpelledWords> wanted(SpelledWords said) {
    List<Place> places = places(said);
    if (places.size() != 1 || places.getFirst().from() > 0) {
      return Optional.empty();
    }
    return Optional.of(said.part(behind(places.getFirst(), said), said.count()));
  }

  private static List<Place> places(SpelledWords words) {
    List<Place> places = new ArrayList<>();
    int from = 0;
    while (from < words.count()) {
      int at = words.word(from).equals("the") ? from + 1 : from;
      var ordinal = NumberWords.ordinal(words.words(), at);
      boolean last = words.word(at).equals("last");
      if (last || ordinal.isPresent()) {
        int behind = last ? at + 1 : ordinal.orElseThrow().end();
        places.add(new Place(last, last ? 1 : (int) ordinal.orElseThrow().value(), from, behind));
        from = behind;
      } else {
        from++;
      }
    }
    return places;
  }

  private boolean put(Place place, SpelledWords words, Predicate<String> isBeside, char[] better) {
    String kind = words.word(place.behind());
    SpelledWords wanted = words.part(behind(place, words), words.count());
    List<Sign> signs = Signs.of(wanted, isBeside).orElse(List.of());
    if (signs.size() != 1) {
      return false;
    }
    for (boolean dashes : List.of(false, true)) {
      List<Integer> counted = counted(kind, dashes);
      int index = place.last() ? counted.size() - 1 : place.number() - 1;
      if (index >= 0 && index < counted.size()) {
        for (char option : signs.getFirst().options().keySet()) {
          String with = echo.with(counted.get(index), option);
          if (!with.isEmpty()) {
            better[counted.get(index)] = with.charAt(counted.get(index));
            return true;
          }
        }
        return false;
      }
    }
    return false;
  }

  private static int behind(Place place, SpelledWords words) {
    int at = place.behind();
    while (BETWEEN.contains(words.word(at)) && at + 1 < words.count()) {
      at++;
    }
    return at;
  }

  private List<Integer> counted(String kind, boolean dashes) {
    List<Integer> counted = new ArrayList<>();
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      boolean counts =
          switch (kind) {
            case "letter" -> Character.isLetter(c);
            case "digit", "number" -> Character.isDigit(c);
            default -> dashes || Character.isLetterOrDigit(c);
          };
      if (counts) {
        counted.add(i);
      }
    }
    return counted;
  }
}
