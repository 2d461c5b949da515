package dev.parley.speech.say;

import java.util.ArrayList;
import java.util.List;

/** Numbers in English words. */
final class NumberWords {

  private static final List<String> SMALL =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final List<String> THOUSANDS =
      List.of("", " thousand", " million", " billion", " trillion");

  /** More digits than these are read one by one. */
  private static final int MOST_DIGITS = 15;

  private NumberWords() {}

  /** "four thousand seven hundred eleven". Takes digits only, any number of them. */
  static String cardinal(String digits) {
    String plain = digits.replaceFirst("^0+(?=.)", "");
    if (plain.length() > MOST_DIGITS) {
      return Spelling.digits(digits);
    }
    long number = Long.parseLong(plain);
    if (number == 0) {
      return SMALL.getFirst();
    }
    List<String> parts = new ArrayList<>();
    for (int group = THOUSANDS.size() - 1; group >= 0; group--) {
      int value = (int) (number / (long) Math.pow(1000, group) % 1000);
      if (value > 0) {
        parts.add(hundreds(value) + THOUSANDS.get(group));
      }
    }
    return String.join(" ", parts);
  }

  static String cardinal(int number) {
    return cardinal(Integer.toString(number));
  }

  /** "three point one four"; with a fraction of no digits as {@link #cardinal}. */
  static String decimal(String whole, String fraction) {
    String before = cardinal(whole);
    return fraction.isEmpty() ? before : before + " point " + Spelling.inARow(fraction);
  }

  /** "twenty-second". */
  static String ordinal(String digits) {
    String cardinal = cardinal(digits);
    int last = Math.max(cardinal.lastIndexOf(' '), cardinal.lastIndexOf('-')) + 1;
    return cardinal.substring(0, last) + ordinalOf(cardinal.substring(last));
  }

  private static String ordinalOf(String word) {
    return switch (word) {
      case "one" -> "first";
      case "two" -> "second";
      case "three" -> "third";
      case "five" -> "fifth";
      case "eight" -> "eighth";
      case "nine" -> "ninth";
      case "twelve" -> "twelfth";
      default -> word.endsWith("y") ? word.substring(0, word.length() - 1) + "ieth" : word + "th";
    };
  }

  /** "twenty twenty-six", "nineteen oh five", "two thousand one". */
  static String year(int year) {
    int century = year / 100;
    int rest = year % 100;
    boolean whole = year < 1000 || year > 9999 || (year % 1000 < 10);
    if (whole) {
      return cardinal(year);
    }
    return cardinal(century)
        + (rest == 0 ? " hundred" : rest < 10 ? " oh " + SMALL.get(rest) : " " + cardinal(rest));
  }

  private static String hundreds(int value) {
    String rest = value % 100 == 0 ? "" : tens(value % 100);
    if (value < 100) {
      return rest;
    }
    return SMALL.get(value / 100) + " hundred" + (rest.isEmpty() ? "" : " " + rest);
  }

  private static String tens(int value) {
    if (value < SMALL.size()) {
      return SMALL.get(value);
    }
    return TENS.get(value / 10) + (value % 10 == 0 ? "" : "-" + SMALL.get(value % 10));
  }
}
