package dev.parley.speech.say;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where something is on the Internet: mail and web addresses. */
final class Addresses {

  private static final String HOST =
      "[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})*+\\.[A-Za-z]{2,24}";
  private static final String PATH = "(?<rest>[:/?#][^\\s,;()]*[A-Za-z0-9/])?";
  private static final Pattern PIECE = Pattern.compile("[A-Za-z]+|[0-9]+|.");

  private Addresses() {}

  static List<Rule> rules() {
    return List.of(
        Rule.plainWord(
            "(?<who>[A-Za-z0-9._%+-]{1,64})@(?<host>" + HOST.replace("*+", "*") + ")",
            found -> read(found.part("who")) + " at " + read(found.part("host"))),
        Rule.plainWord(
            "(?:https?|ftp|wss?)://(?<host>[A-Za-z0-9.-]*[A-Za-z0-9])" + PATH,
            found -> read(found.part("host") + found.part("rest"))),
        Rule.plainWord(
            "(?<host>(?:[A-Za-z0-9-]{1,63}\\.){1,6}(?:com|org|net|dev|io|edu|gov|info|app|ai|de|fr|es|uk|eu|us))"
                + PATH,
            found -> read(found.part("host") + found.part("rest"))));
  }

  /** Words as words, digits one by one, and the names of what stands between them. */
  private static String read(String address) {
    StringBuilder read = new StringBuilder();
    Matcher pieces = PIECE.matcher(address.replaceFirst("/$", ""));
    while (pieces.find()) {
      String piece = pieces.group();
      char first = piece.charAt(0);
      String said =
          Character.isDigit(first)
              ? Spelling.inARow(piece)
              : Character.isLetter(first) ? piece : Spelling.name(first);
      read.append(read.isEmpty() ? "" : " ").append(said);
    }
    return read.toString();
  }
}
