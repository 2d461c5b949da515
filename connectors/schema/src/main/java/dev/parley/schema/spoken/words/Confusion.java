package dev.parley.schema.spoken.words;

import java.util.List;

/** Characters whose names are easily taken for each other on the telephone. */
public final class Confusion {

  private static final List<String> GROUPS =
      List.of(
          "bcdegptvz3", "ajkh8", "mn", "fsx6", "iy5", "59", "9n", "qu2", "o04", "t2", "aeh8", "lo");

  private Confusion() {}

  /** How much it costs to take one for the other: 0 if same, 1 if nobody would. */
  public static double cost(char heard, char meant) {
    char one = Character.toLowerCase(heard);
    char other = Character.toLowerCase(meant);
    if (one == other) {
      return 0;
    }
    boolean alike =
        GROUPS.stream().anyMatch(group -> group.indexOf(one) >= 0 && group.indexOf(other) >= 0);
    return alike ? 0.6 : 1;
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
