package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.words.Confusion;
import dev.parley.schema.spoken.words.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Corrects a code that was read back: changes no more of it than the caller's words ask for. A
 * caller says what is wrong ("a five not a nine"), or where ("the second one is b"), or a part of
 * it as it should be ("nine d two", "november"), or all of it once more. What was read back and was
 * wrong is not offered again. Belongs to one thread.
 */
public final class CodeRepair {

  private static final Set<String> LEADING =
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
  private static final int LONGEST = 40;
  private static final int MOST_TEXTS = 32;
  private static final double PUT_IN_OR_LEFT_OUT = 1.2;

  /** How much more doubtful characters are changed rather than others. */
  private static final double DOUBT = 0.3;

  /** What it costs to think that what was said was heard wrong once more. */
  private static final double HEARD_WRONG_AGAIN = 0.55;

  /** How much more a repetition counts than what was heard before, as a logarithm. */
  private static final double LATER = 3;

  private final Codes codes;
  private final CodeTrace trace;
  private final String code;
  private final Predicate<String> isBeside;
  private final CodeEcho echo;

  /**
   * A code that was put right.
   *
   * @param fit 1 if the words leave no doubt, less the more ways there are
   */
  public record Repaired(CodeTrace trace, double fit) {
    public String text() {
      return trace.text();
    }
  }

  private record Change(String text, double cost) {}

  /**
   * @param trace of the code that was read back
   * @param isBeside words that may stand around a code, such as those that ask for the tool
   */
  public CodeRepair(Codes codes, CodeTrace trace, Predicate<String> isBeside) {
    this.codes = codes;
    this.trace = trace;
    this.code = trace.text();
    this.isBeside = isBeside;
    echo = new CodeEcho(codes, code);
  }

  /**
   * The code with the least change that these words ask for; nothing if they ask for none.
   *
   * @param readings of one utterance, the likeliest first
   */
  public Optional<Repaired> read(List<SpelledWords> readings) {
    for (SpelledWords reading : readings) {
      Optional<Repaired> repaired = read(strip(reading), readings);
      if (repaired.isPresent()) {
        return repaired;
      }
    }
    return Optional.empty();
  }

  private Optional<Repaired> read(SpelledWords rest, List<SpelledWords> all) {
    if (rest.count() == 0 || rest.count() > LONGEST) {
      return Optional.empty();
    }
    return exchange(rest)
        .or(() -> place(rest))
        .or(() -> other(rest))
        .or(() -> repetition(rest, all))
        .or(() -> run(rest));
  }

  /** Words without the denial and the small words before the characters. */
  private static SpelledWords strip(SpelledWords said) {
    int from = 0;
    while (LEADING.contains(said.word(from)) && !isLetter(said, from)) {
      from++;
    }
    boolean article = said.word(from).equals("a") || said.word(from).equals("an");
    if (article
        && from > 0
        && !Spelling.meanings(said.word(from + 1)).isEmpty()
        && said.word(from - 1).startsWith("i")) {
      from++; // it is a five
    }
    return said.part(from, said.count());
  }

  /** "i" begins a sentence, or is a letter: before another character it is one. */
  private static boolean isLetter(SpelledWords words, int at) {
    return words.word(at).equals("i")
        && (at + 1 == words.count() || !Spelling.meanings(words.word(at + 1)).isEmpty());
  }

  /** "a five not a nine", "not nine but five". */
  private Optional<Repaired> exchange(SpelledWords said) {
    int not = said.words().indexOf("not");
    if (not < 0) {
      return Optional.empty();
    }
    int but = said.words().indexOf("but");
    boolean isBefore = not == 0;
    List<String> stale = texts(said.part(not + 1, isBefore && but > 0 ? but : said.count()));
    List<String> fresh =
        texts(
            isBefore
                ? said.part(but > 0 ? but + 1 : said.count(), said.count())
                : said.part(0, not));
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
    return code.toLowerCase(Locale.ROOT).indexOf(part, from);
  }

  /** Another code than this, of another length. */
  private Optional<Repaired> other(SpelledWords said) {
    int from = 0;
    while (from < said.count() && Spelling.meanings(said.word(from)).isEmpty()) {
      from++;
    }
    List<String> spelled = codes.spelled(said.words().subList(from, said.count()));
    boolean isOther =
        !spelled.isEmpty()
            && spelled.getFirst().length() != code.length()
            && spelled.getFirst().length() * 2 > code.length()
            && !trace.rejected().contains(spelled.getFirst());
    return isOther
        ? Optional.of(
            new Repaired(
                CodeTrace.of(
                    codes, spelled.getFirst(), List.of(said), isBeside, trace.rejectedNow()),
                1))
        : Optional.empty();
  }

  /**
   * All of it once more: what was heard otherwise than before counts; if nothing was, what is least
   * certain was something else.
   */
  private Optional<Repaired> repetition(SpelledWords said, List<SpelledWords> all) {
    if (Signs.of(said, isBeside).filter(echo::isRepetition).isEmpty()) {
      return Optional.empty();
    }
    List<Belief> heard = echo.hear(all.stream().map(CodeRepair::strip).toList(), isBeside);
    List<Belief> sums = trace.sums(heard);
    List<List<CodeChoice.Option>> places = new ArrayList<>();
    for (int i = 0; i < code.length(); i++) {
      places.add(options(i, heard.get(i), sums.get(i)));
    }
    Set<String> rejected = trace.rejectedNow();
    return CodeChoice.best(places, text -> !rejected.contains(text) && codes.accepts(text))
        .map(
            best ->
                new Repaired(
                    trace.corrected(best.text(), heard), 1 / (1 + Math.exp(-best.lead()))));
  }

  private List<CodeChoice.Option> options(int place, Belief heard, Belief sum) {
    char old = code.charAt(place);
    List<CodeChoice.Option> options = new ArrayList<>();
    List<Character> now = heard.ranking();
    for (char each : sum.ranking()) {
      String with = echo.with(place, each);
      if (!with.isEmpty()) {
        boolean isNew =
            !now.isEmpty() && now.getFirst() == each && Character.toLowerCase(old) != each;
        options.add(new CodeChoice.Option(with.charAt(place), sum.of(each) + (isNew ? LATER : 0)));
      }
    }
    if (options.stream().noneMatch(option -> option.character() == old)) {
      options.add(new CodeChoice.Option(old, sum.of(Character.toLowerCase(old))));
    }
    options.sort(Comparator.comparingDouble(option -> -option.score()));
    return options;
  }

  /** A few characters of it: where they change the least, and sound the most alike. */
  private Optional<Repaired> run(SpelledWords said) {
    List<Change> found = new ArrayList<>();
    for (String run : texts(said)) {
      for (int from = 0; from < code.length(); from++) {
        for (int length = Math.max(1, run.length() - 1); length <= run.length() + 1; length++) {
          if (from + length <= code.length()) {
            offer(found, from, from + length, run);
          }
        }
      }
    }
    sameAgain(said, found);
    return least(found);
  }

  /** What was read back was said once more: it was heard wrong again. */
  private void sameAgain(SpelledWords said, List<Change> found) {
    List<Sign> signs = heardWell(Signs.of(said, isBeside).orElse(List.of()));
    List<Integer> places = echo.places();
    for (int from = 0; !signs.isEmpty() && from + signs.size() <= places.size(); from++) {
      List<Integer> window = places.subList(from, from + signs.size());
      boolean isSame = true;
      for (int i = 0; i < window.size(); i++) {
        isSame &= signs.get(i).mayBe(code.charAt(window.get(i)));
      }
      for (int i = 0; isSame && i < window.size(); i++) {
        if (!signs.get(i).isTold()) {
          other(window.get(i), signs.get(i), found);
        }
      }
    }
  }

  private void other(int place, Sign sign, List<Change> found) {
    char old = Character.toLowerCase(code.charAt(place));
    Belief sum =
        trace.beliefs().get(place).plus(Belief.of(echo.shares(place, sign, /* weight= */ 1)));
    sum.ranking().stream()
        .filter(each -> each != old)
        .map(each -> echo.with(place, each))
        .filter(text -> !text.isEmpty() && !trace.rejectedNow().contains(text))
        .findFirst()
        .ifPresent(
            text -> found.add(new Change(text, HEARD_WRONG_AGAIN - DOUBT * trace.doubt(place))));
  }

  /** Where the place has no room for it, the place was heard wrong, and it belongs elsewhere. */
  private Optional<Repaired> place(SpelledWords said) {
    CodePlaces places = new CodePlaces(echo, code);
    return places
        .read(said, isBeside)
        .flatMap(this::explicit)
        .or(() -> places.wanted(said).flatMap(this::run));
  }

  private Optional<Repaired> explicit(String text) {
    return text.equals(code) || trace.rejected().contains(text)
        ? Optional.empty()
        : Optional.of(new Repaired(rewritten(text), 1));
  }

  private void offer(List<Change> found, int from, int to, String better) {
    for (String as : List.of(better.toUpperCase(Locale.ROOT), better)) {
      String text = code.substring(0, from) + as + code.substring(to);
      if (!trace.rejectedNow().contains(text) && codes.accepts(text)) {
        found.add(new Change(text, cost(code.substring(from, to), as) - doubt(text)));
        return;
      }
    }
  }

  /** How doubtful what changes was, of what has the same length. */
  private double doubt(String text) {
    double most = 0;
    for (int i = 0; text.length() == code.length() && i < text.length(); i++) {
      if (text.charAt(i) != code.charAt(i)) {
        most = Math.max(most, trace.doubt(i));
      }
    }
    return DOUBT * most;
  }

  private Optional<Repaired> least(List<Change> found) {
    return found.stream()
        .min(Comparator.comparingDouble(Change::cost))
        .map(
            best -> {
              long ways =
                  found.stream()
                      .filter(other -> other.cost() < best.cost() + DOUBT)
                      .map(Change::text)
                      .distinct()
                      .count();
              return new Repaired(
                  rewritten(best.text()), ways <= 1 ? 1 : Math.max(0.3, 1.0 / ways));
            });
  }

  /** What was changed is certain now; the rest is as it was. */
  private CodeTrace rewritten(String text) {
    CodeTrace plain = CodeTrace.plain(text, /* confidence= */ 1);
    List<Belief> beliefs = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      boolean isKept = text.length() == code.length() && text.charAt(i) == code.charAt(i);
      beliefs.add((isKept ? trace : plain).beliefs().get(i));
    }
    return new CodeTrace(text, /* isWhole= */ true, beliefs, trace.rejectedNow());
  }

  /** How far two runs are from each other, by how they sound. */
  private static double cost(String old, String fresh) {
    double[] above = new double[fresh.length() + 1];
    for (int j = 1; j < above.length; j++) {
      above[j] = j * PUT_IN_OR_LEFT_OUT;
    }
    for (int i = 1; i <= old.length(); i++) {
      double[] row = new double[fresh.length() + 1];
      row[0] = i * PUT_IN_OR_LEFT_OUT;
      for (int j = 1; j < row.length; j++) {
        double changed = above[j - 1] + Confusion.cost(old.charAt(i - 1), fresh.charAt(j - 1));
        row[j] = Math.min(changed, PUT_IN_OR_LEFT_OUT + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[fresh.length()];
  }

  /** Without small words before the characters, if there are others. */
  private static List<Sign> heardWell(List<Sign> signs) {
    return signs.stream().allMatch(Sign::isSmall)
        ? signs.subList(0, Math.min(1, signs.size()))
        : signs.stream().filter(sign -> !sign.isSmall()).toList();
  }

  /** All texts of characters that the words may spell, without regard to the pattern. */
  private List<String> texts(SpelledWords said) {
    List<String> texts = List.of("");
    for (Sign sign : heardWell(Signs.of(said, isBeside).orElse(List.of()))) {
      texts =
          texts.stream()
              .flatMap(text -> sign.options().keySet().stream().map(option -> text + option))
              .limit(MOST_TEXTS)
              .toList();
    }
    return texts.stream().filter(text -> !text.isEmpty()).toList();
  }
}
