package dev.parley.speech.say;

import java.util.List;
import java.util.Optional;

/** Amounts of money: "$4.50" is "four dollars and fifty cents". */
final class Money {

  /** A currency by its names; without a coin it has no hundredths. */
  private record Currency(String one, String many, String coin, String coins) {}

  private static final Currency DOLLAR = new Currency("dollar", "dollars", "cent", "cents");
  private static final Currency EURO = new Currency("euro", "euros", "cent", "cents");
  private static final Currency POUND = new Currency("pound", "pounds", "penny", "pence");
  private static final Currency FRANC = new Currency("franc", "francs", "centime", "centimes");
  private static final Currency YEN = new Currency("yen", "yen", "", "");

  private static final String SIGN = "(?<sign>[$€£¥]|USD|EUR|GBP|JPY|CHF)";
  private static final String WHOLE = "(?<whole>\\d{1,3}(?:,\\d{3})+|\\d{1,15})";
  private static final String SCALE =
      "(?:\\s?(?<scale>thousand|million|billion|trillion|bn|[kKMB])(?![\\p{L}\\p{Nd}]))?";

  private Money() {}

  static List<Rule> rules() {
    return List.of(
        Rule.word(
            "(?<minus>-)?"
                + SIGN
                + "\\s?(?<later>-)?"
                + WHOLE
                + "(?:\\.(?<fraction>\\d{1,9}))?"
                + SCALE
                + "(?![-/_]?\\p{Nd}|[.,]\\p{Nd})",
            Money::amount),
        Rule.word(
            "(?<minus>-)?"
                + "(?<later>-)?"
                + WHOLE
                + "(?:[.,](?<fraction>\\d{2}))?"
                + SCALE
                + "\\s?"
                + SIGN,
            Money::amount));
  }

  private static Optional<String> amount(Rule.Found found) {
    Currency currency = currency(found.part("sign"));
    String whole = found.part("whole").replace(",", "");
    String fraction = found.part("fraction");
    String minus = found.has("minus") || found.has("later") ? "minus " : "";
    if (found.has("scale")) {
      String scaled = NumberWords.decimal(whole, fraction) + " " + scale(found.part("scale"));
      return Optional.of(minus + scaled + " " + currency.many);
    }
    if (!fraction.isEmpty() && (fraction.length() != 2 || currency.coin.isEmpty())) {
      return Optional.of(minus + NumberWords.decimal(whole, fraction) + " " + currency.many);
    }
    return Optional.of(minus + coins(whole, fraction, currency));
  }

  private static String coins(String whole, String fraction, Currency currency) {
    String notes =
        NumberWords.cardinal(whole) + " " + (whole.matches("0*1") ? currency.one : currency.many);
    if (fraction.isEmpty() || fraction.equals("00")) {
      return notes;
    }
    String coins =
        NumberWords.cardinal(fraction)
            + " "
            + (fraction.equals("01") ? currency.coin : currency.coins);
    return whole.matches("0+") ? coins : notes + " and " + coins;
  }

  private static String scale(String scale) {
    return switch (scale) {
      case "k", "K" -> "thousand";
      case "M" -> "million";
      case "bn", "B" -> "billion";
      default -> scale;
    };
  }

  private static Currency currency(String sign) {
    return switch (sign) {
      case "€", "EUR" -> EURO;
      case "£", "GBP" -> POUND;
      case "¥", "JPY" -> YEN;
      case "CHF" -> FRANC;
      default -> DOLLAR;
    };
  }
}
