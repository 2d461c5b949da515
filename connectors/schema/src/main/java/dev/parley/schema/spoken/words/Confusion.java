package dev.parley.schema.spoken.words;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Characters whose names are easily taken for each other on the telephone. */
public final class Confusion {

  private static final List<String> GROUPS =
      List.of(
          "bcdegptvz3",
          "ajkh8",
          "mn",
          "fsx6",
          "iy5",
          "59",
          "9n",
          "qu2",
          "o04",
          "t2",
          "aeh8",
          "lo",
          "kq",
          "gj",
          "1y",
          "19",
          "i9",
          "ir");

  /** What it costs to take one for another that differs in one short sound only. */
  public static final double CLOSE_COST = 0.5;

  /** Those that differ in one short sound only. */
  private static final List<String> CLOSE =
      List.of("bdev", "bp", "pt", "dgt", "cz", "mn", "fs", "a8", "ak", "h8", "gj", "59", "qu");

  private static final String ALL = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final Map<Character, List<Character>> ALIKE = alike();

  private Confusion() {}

  /** How much it costs to take one for the other: 0 if same, 1 if nobody would. */
  public static double cost(char heard, char meant) {
    char one = Character.toLowerCase(heard);
    char other = Character.toLowerCase(meant);
    if (one == other) {
      return 0;
    }
    return areIn(CLOSE, one, other) ? CLOSE_COST : areIn(GROUPS, one, other) ? 0.6 : 1;
  }

  /** The letters, in lower case, and digits that are easily taken for this one. */
  public static List<Character> alike(char character) {
    return ALIKE.getOrDefault(Character.toLowerCase(character), List.of());
  }

  private static boolean areIn(List<String> groups, char one, char other) {
    return groups.stream().anyMatch(group -> group.indexOf(one) >= 0 && group.indexOf(other) >= 0);
  }

  private static Map<Character, List<Character>> alike() {
    return ALL.chars()
        .mapToObj(one -> (char) one)
        .collect(
            Collectors.toUnmodifiableMap(
                one -> one,
                one ->
                    ALL.chars()
                        .mapToObj(other -> (char) other)
                        .filter(other -> !other.equals(one) && areIn(GROUPS, one, other))
                        .toList()));
  }

  /** The characters of the other kind, letter or digit, that a character may have been. */
  public static String otherKind(char heard) {
    return switch (Character.toLowerCase(heard)) {
      case 'a', 'h' -> "8";
      case 'b', 'c', 'd', 'e', 'g', 'p', 'v', 'z' -> "3";
      case 't' -> "23";
      case 'i', 'y' -> "5";
      case 'n' -> "9";
      case 'o' -> "04";
      case 'q', 'u' -> "2";
      case 's', 'x' -> "6";
      case '8' -> "ah";
      case '3' -> "etdgc";
      case '2' -> "ut";
      case '5' -> "i";
      case '9' -> "n";
      case '0', '4' -> "o";
      case '6' -> "x";
      default -> "";
    };
  }
}
