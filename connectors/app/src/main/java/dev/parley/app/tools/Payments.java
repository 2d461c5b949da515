package dev.parley.app.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.tool.ToolBox;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The payments of one call, in a ledger that ends with it. No money moves. The session carries out
 * each call id once, so each payment that the caller agreed to is entered once. Safe for any
 * thread.
 */
final class Payments {

  /** The most of one payment, whatever the currency. */
  private static final BigDecimal MOST_AT_ONCE = BigDecimal.valueOf(500);

  /** The most of one call in one currency. */
  private static final BigDecimal MOST_TOGETHER = BigDecimal.valueOf(1_000);

  /** By voice in whole numbers, so that the word behind them is heard as the currency. */
  private static final LocalTool PAY =
      new LocalTool(
          "pay",
          "Pay an amount to somebody.",
          """
          {"type":"object","required":["amount","currency","to"],"additionalProperties":false,
           "x-confirm":true,
           "x-phrases":["pay {amount} {currency} to {to}","pay {to} {amount} {currency}",
             "send {amount} {currency} to {to}"],
           "properties":{
             "amount":{"type":["integer","number"],"exclusiveMinimum":0,"multipleOf":0.01},
             "currency":{"enum":["dollars","euros","pounds"]},
             "to":{"anyOf":[
               {"title":"recipient",
                "enum":["Alice","Bob","Carol","David","the bakery","the library"]},
               {"type":"string","minLength":1,"maxLength":80}]}}}
          """);

  /**
   * An entry of the ledger.
   *
   * @param number of the receipt, from 1
   */
  record Payment(int number, BigDecimal amount, String currency, String to) {
    /** Keeps it out of logs. */
    @Override
    public String toString() {
      return "Payment[" + number + "]";
    }
  }

  private final List<Payment> ledger = new ArrayList<>();

  ToolBox into(ToolBox box) {
    return PAY.into(box, this::pay);
  }

  /** What has been paid, in order. */
  List<Payment> ledger() {
    synchronized (ledger) {
      return List.copyOf(ledger);
    }
  }

  private JsonNode pay(JsonNode arguments) {
    BigDecimal amount = plain(arguments.path("amount").decimalValue());
    String currency = arguments.path("currency").asText();
    String to = arguments.path("to").asText();
    if (amount.compareTo(MOST_AT_ONCE) > 0) {
      return Answers.error(
          "more than %s %s at once is not allowed".formatted(MOST_AT_ONCE, currency));
    }
    synchronized (ledger) {
      BigDecimal sofar =
          ledger.stream()
              .filter(entry -> entry.currency().equals(currency))
              .map(Payment::amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (sofar.add(amount).compareTo(MOST_TOGETHER) > 0) {
        return Answers.error(
            "more than %s %s in one call is not allowed".formatted(MOST_TOGETHER, currency));
      }
      Payment payment = new Payment(ledger.size() + 1, amount, currency, to);
      ledger.add(payment);
      return Answers.object()
          .put("receipt", payment.number())
          .put("amount", amount)
          .put("currency", currency)
          .put("to", to)
          .put("paid_in_this_call", sofar.add(amount));
    }
  }

  /** Without zeros behind the point, nor powers of ten. */
  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal shortest = amount.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
