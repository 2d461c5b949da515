package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.words.Confusion;
import dev.parley.schema.spoken.words.NumberWords;
import dev.parley.schema.spoken.words.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Corrects a code that was read back: changes no more of it than the caller's words ask for. */
public final class CodeRepair {

  private static final Set<String> ASIDE =
      Set.of(
          "no",
          "nope",
          "wrong",
          "it's",
          "its",
          "it",
          "is",
          "that's",
          "sorry",
          "i",
          "said",
          "should",
          "be",
          "actually",
          "but",
          "and",
          "please",
          "uh",
          "um",
          "with",
          "then");
  private static final int LONGEST_RUN = 40;

  private final Codes codes;
  private final String code;

  /**
   * A code that was put right.
   *
   * @param fit 1 if the words leave no doubt, less the more ways there are
   */
  public record Repaired(String text, double fit) {}

  private record Change(String text, double cost) {}

  /**
   * @param code as it was read back
   */
  public CodeRepair(Codes codes, String code) {
    this.codes = codes;
    this.code = code;
  }

  /** The code with the least change that these words ask for; nothing if they ask for none. */
  public Optional<Repaired> read(List<String> words) {
    List<String> rest = strip(words);
    if (rest.isEmpty() || rest.size() > LONGEST_RUN) {
      return Optional.empty();
    }
    return exchange(rest).or(() -> place(rest)).or(() -> whole(rest)).or(() -> run(rest));
  }

  /** Words without the denial and the small words before the characters. */
  private static List<String> strip(List<String> words) {
    int from = 0;
    while (from < words.size() && ASIDE.contains(words.get(from)) && !isLetter(words, from)) {
      from++;
    }
    List<String> rest = new ArrayList<>(words.subList(from, words.size()));
    if (rest.size() > 1
        && (rest.getFirst().equals("a") || rest.getFirst().equals("an"))
        && from > 0
        && !Spelling.meanings(rest.get(1)).isEmpty()
        && words.get(from - 1).startsWith("it")) {
      rest.removeFirst();
    }
    return rest;
  }

  /** "i" begins a sentence, or is a letter: before another character it is one. */
  private static boolean isLetter(List<String> words, int at) {
    return words.get(at).equals("i")
        && (at + 1 == words.size() || !Spelling.meanings(words.get(at + 1)).isEmpty());
  }

  /** "a five not a nine", "not nine but five". */
  private Optional<Repaired> exchange(List<String> words) {
    int not = words.indexOf("not");
    if (not < 0) {
      return Optional.empty();
    }
    List<String> fresh = characters(words.subList(0, not));
    List<String> stale = characters(words.subList(not + 1, words.size()));
    if (not == 0) {
      int but = words.indexOf("but");
      stale = characters(words.subList(1, but > 0 ? but : words.size()));
      fresh = but > 0 ? characters(words.subList(but + 1, words.size())) : List.of();
    }
    List<Change> found = new ArrayList<>();
    for (String old : stale) {
      for (String better : fresh) {
        for (int at = find(old, 0); at >= 0; at = find(old, at + 1)) {
          offer(found, at, at + old.length(), better);
        }
      }
    }
    return least(found);
  }

  private int find(String part, int from) {
    return code.toLowerCase(java.util.Locale.ROOT).indexOf(part, from);
  }

  /** "the second one is b", "the last digit is five". */
  private Optional<Repaired> place(List<String> words) {
    int at = words.getFirst().equals("the") ? 1 : 0;
    if (at + 1 >= words.size()) {
      return Optional.empty();
    }
    boolean last = words.get(at).equals("last");
    var ordinal = NumberWords.ordinal(words, at);
    if (!last && ordinal.isEmpty()) {
      return Optional.empty();
    }
    int kindAt = last ? at + 1 : ordinal.orElseThrow().end();
    int behind = kindAt;
    String kind = kindAt < words.size() ? words.get(kindAt) : "";
    while (behind < words.size()
        && Set.of("one", "letter", "digit", "number", "character", "is", "should", "be", "a", "an")
            .contains(words.get(behind))
        && behind + 1 < words.size()) {
      behind++;
    }
    List<Change> found = new ArrayList<>();
    for (boolean signs : List.of(false, true)) {
      List<Integer> places = places(kind, signs);
      int index = last ? places.size() - 1 : (int) ordinal.orElseThrow().value() - 1;
      if (index >= 0 && index < places.size() && found.isEmpty()) {
        for (String better : characters(words.subList(behind, words.size()))) {
          offer(found, places.get(index), places.get(index) + 1, better);
        }
      }
    }
    return least(found);
  }

  private List<Integer> places(String kind, boolean signs) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      boolean counts =
          switch (kind) {
            case "letter" -> Character.isLetter(c);
            case "digit", "number" -> Character.isDigit(c);
            default -> signs || Character.isLetterOrDigit(c);
          };
      if (counts) {
        places.add(i);
      }
    }
    return places;
  }

  /** A whole new code. */
  private Optional<Repaired> whole(List<String> words) {
    List<String> spelled = codes.spelled(words);
    boolean long1 = !spelled.isEmpty() && spelled.getFirst().length() * 2 > code.length();
    return long1 && !spelled.getFirst().equals(code)
        ? Optional.of(new Repaired(spelled.getFirst(), 1))
        : Optional.empty();
  }

  /** A few characters of it: where they change the least, and sound the most alike. */
  private Optional<Repaired> run(List<String> words) {
    List<Change> found = new ArrayList<>();
    for (String run : characters(words)) {
      for (int from = 0; from <= code.length(); from++) {
        for (int length = Math.max(1, run.length() - 1); length <= run.length() + 1; length++) {
          if (from + length <= code.length()) {
            offer(found, from, from + length, run);
          }
        }
      }
    }
    return least(found);
  }

  private void offer(List<Change> found, int from, int to, String better) {
    for (String as : List.of(better.toUpperCase(java.util.Locale.ROOT), better)) {
      String text = code.substring(0, from) + as + code.substring(to);
      if (!text.equals(code) && codes.accepts(text)) {
        found.add(new Change(text, cost(code.substring(from, to), as)));
        return;
      }
    }
  }

  private Optional<Repaired> least(List<Change> found) {
    return found.stream()
        .min(Comparator.comparingDouble(Change::cost))
        .map(
            best -> {
              long ways =
                  found.stream()
                      .filter(other -> other.cost() < best.cost() + 0.3)
                      .map(Change::text)
                      .distinct()
                      .count();
              return new Repaired(best.text(), ways <= 1 ? 1 : Math.max(0.3, 1.0 / ways));
            });
  }

  /** How far two runs are from each other, by how they sound. */
  private static double cost(String old, String fresh) {
    double[] above = new double[fresh.length() + 1];
    for (int j = 1; j < above.length; j++) {
      above[j] = j * 1.2;
    }
    for (int i = 1; i <= old.length(); i++) {
      double[] row = new double[fresh.length() + 1];
      row[0] = i * 1.2;
      for (int j = 1; j < row.length; j++) {
        double changed = above[j - 1] + Confusion.cost(old.charAt(i - 1), fresh.charAt(j - 1));
        row[j] = Math.min(changed, 1.2 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[fresh.length()];
  }

  /** All texts of characters that the words may spell, without regard to the pattern. */
  private static List<String> characters(List<String> words) {
    List<String> plain = new ArrayList<>(words);
    if (plain.size() > 1 && (plain.getFirst().equals("a") || plain.getFirst().equals("an"))) {
      plain.removeFirst();
    }
    List<String> texts = List.of("");
    int i = 0;
    while (i < plain.size()) {
      String word = plain.get(i);
      int times = word.equals("double") ? 2 : word.equals("triple") ? 3 : 1;
      int at = times > 1 ? i + 1 : i;
      List<Spelling.Meaning> meanings =
          at < plain.size() ? Spelling.meanings(plain.get(at)) : List.of();
      if (meanings.isEmpty()) {
        if (!ASIDE.contains(word)) {
          return List.of();
        }
      } else {
        texts =
            texts.stream()
                .flatMap(t -> meanings.stream().map(m -> t + m.text().repeat(times)))
                .limit(32)
                .toList();
      }
      i = at + 1;
    }
    return texts.stream().filter(text -> !text.isEmpty()).toList();
  }
}
