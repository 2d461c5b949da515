package dev.parley.speech.say;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is read character by character: telephone numbers, and codes of letters and digits. */
final class Codes {

  private static final Pattern RUN = Pattern.compile("\\p{L}+|\\p{Nd}+|.", Pattern.DOTALL);

  private Codes() {}

  /** With their groups as they are written: they are the pauses that people expect. */
  static List<Rule> phones() {
    return List.of(
        Rule.word("\\+\\d{1,3}(?:[ .-]?\\(?\\d{1,5}\\)?){1,6}" + Rule.NOT_JOINED, Codes::phone),
        Rule.word("\\(\\d{2,5}\\) ?\\d{3,4}(?:[ -]?\\d{2,4}){0,2}" + Rule.NOT_JOINED, Codes::phone),
        Rule.word("(?:1[-. ])?\\d{3}([-. ])\\d{3}\\1\\d{4}" + Rule.NOT_JOINED, Codes::phone),
        Rule.word("\\d{3}-\\d{4}" + Rule.NOT_JOINED, Codes::phone));
  }

  static List<Rule> rules() {
    return List.of(
        Rule.plainWord(
            "\\d{1,6}(?:\\.\\d{1,6}){2,6}" + Rule.NOT_JOINED,
            found ->
                Arrays.stream(found.match().group().split("\\.", -1))
                    .map(NumberWords::cardinal)
                    .collect(Collectors.joining(" dot "))),
        Rule.plainWord("[A-Z](?:-[A-Z])+", found -> Spelling.apart(found.match().group())),
        Rule.word("[\\p{L}\\p{Nd}]+(?:[-_/.:][\\p{L}\\p{Nd}]+)*+", Codes::code));
  }

  private static Optional<String> phone(Rule.Found found) {
    String number = found.match().group();
    long digits = number.chars().filter(Character::isDigit).count();
    if (digits < 7 || digits > 15) {
      return Optional.empty();
    }
    String groups =
        Arrays.stream(number.split("\\D+", -1))
            .filter(group -> !group.isEmpty())
            .map(Spelling::digits)
            .collect(Collectors.joining(", "));
    return Optional.of((number.startsWith("+") ? "plus " : "") + groups + pause(found));
  }

  /** Parts that are words stay words: "step2" is "step two". */
  private static Optional<String> code(Rule.Found found) {
    String code = found.match().group();
    if (code.chars().noneMatch(Character::isDigit)) {
      return Optional.empty();
    }
    List<String> runs = RUN.matcher(code).results().map(MatchResult::group).toList();
    List<String> letters = runs.stream().filter(Codes::isLetters).toList();
    boolean words = !letters.isEmpty() && letters.stream().allMatch(Codes::isWord);
    return Optional.of(
        runs.stream()
                .map(run -> words ? inWords(run) : isWord(run) ? run : Spelling.apart(run))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(words ? " " : ", "))
            + (words ? "" : pause(found)));
  }

  /** What is written down while it is heard does not run into the next word. */
  private static String pause(Rule.Found found) {
    return found.wordFollows() ? "," : "";
  }

  private static String inWords(String run) {
    if (isLetters(run)) {
      return run;
    }
    if (run.equals("-") || run.equals("_")) {
      return "";
    }
    if (!Character.isDigit(run.charAt(0))) {
      return Spelling.apart(run);
    }
    boolean number = run.length() <= 3 && (run.length() == 1 || run.charAt(0) != '0');
    return number ? NumberWords.cardinal(run) : Spelling.digits(run);
  }

  private static boolean isLetters(String run) {
    return Character.isLetter(run.codePointAt(0));
  }

  private static boolean isWord(String run) {
    return run.length() >= 3
        && isLetters(run)
        && !run.equals(run.toUpperCase(Locale.ROOT))
        && run.toLowerCase(Locale.ROOT).matches(".*[aeiouy].*");
  }
}
