package dev.parley.schema.spoken.slot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.schema.pattern.Automaton;
import dev.parley.schema.spoken.words.NumberWords;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds out how a property of a schema is said. */
public final class Slots {

  private static final BigDecimal ENDLESS = BigDecimal.valueOf(1_000_000_000L);
  private static final List<String> MONEY =
      List.of("amount", "price", "dollar", "euro", "pound", "money", "cost", "payment", "cents");
  private static final Map<String, Long> UNITS =
      Map.of("second", 1L, "minute", 60L, "hour", 3_600L);

  private Slots() {}

  /**
   * @param name of the property
   * @param schema of the property, references resolved
   * @return nothing if speech cannot fill it: objects, lists
   */
  public static Optional<Slot> of(String name, JsonNode schema, Clock clock) {
    if (schema.path("enum").isArray()) {
      return Optional.of(choices(schema.path("enum")));
    }
    String about =
        inWords(name) + " " + schema.path("description").asText("").toLowerCase(Locale.ROOT);
    return switch (type(schema)) {
      case "string" -> Optional.of(text(schema, clock));
      case "integer" -> Optional.of(number(schema, about, true));
      case "number" -> Optional.of(number(schema, about, false));
      case "boolean" -> Optional.of(new Switches(List.of(inWords(name).split(" ", -1))));
      default -> Optional.empty();
    };
  }

  private static Slot text(JsonNode schema, Clock clock) {
    int least = schema.path("minLength").asInt(0);
    int most = schema.path("maxLength").asInt(4_000);
    if (schema.path("pattern").isTextual()) {
      Automaton pattern = Automaton.of(schema.path("pattern").asText());
      return new Codes(pattern, Math.max(1, least), Math.min(most, 64));
    }
    return switch (schema.path("format").asText("")) {
      case "date" -> new Dates(clock);
      case "time" -> new Times(clock);
      case "date-time" -> new Moments(clock);
      case "duration" -> new Durations(0, BigDecimal.ZERO, ENDLESS, false);
      default -> new Texts(least, most);
    };
  }

  private static Slot number(JsonNode schema, String about, boolean whole) {
    BigDecimal least =
        decimal(schema, "minimum")
            .or(() -> decimal(schema, "exclusiveMinimum"))
            .orElse(BigDecimal.ZERO);
    BigDecimal most =
        decimal(schema, "maximum")
            .or(() -> decimal(schema, "exclusiveMaximum"))
            .orElse(ENDLESS.max(least));
    for (var unit : UNITS.entrySet()) {
      if (about.matches("(?s).*\\b" + unit.getKey() + "s?\\b.*")) {
        return new Durations(unit.getValue(), least, most, whole);
      }
    }
    boolean money = MONEY.stream().anyMatch(word -> about.matches("(?s).*\\b" + word + "s?\\b.*"));
    boolean cents = about.matches("(?s).*\\bcents?\\b.*");
    if (money && (!whole || cents || about.contains("dollar") || about.contains("price"))) {
      return new Amounts(least, most, cents && whole, whole);
    }
    return whole ? new Integers(whole(least), whole(most)) : new Decimals(least, most);
  }

  private static long whole(BigDecimal bound) {
    return bound.max(ENDLESS.negate()).min(ENDLESS.multiply(BigDecimal.valueOf(900))).longValue();
  }

  private static Optional<BigDecimal> decimal(JsonNode schema, String keyword) {
    JsonNode value = schema.path(keyword);
    return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
  }

  private static Choices choices(JsonNode values) {
    Map<String, String> phrases = new LinkedHashMap<>();
    for (JsonNode value : values) {
      if (value.isTextual() || value.isNumber() || value.isBoolean()) {
        boolean number = value.isIntegralNumber() && value.canConvertToInt();
        String said = number ? NumberWords.inWords(value.asInt()) : inWords(value.asText());
        if (!said.isBlank()) {
          phrases.put(value.toString(), said);
        }
      }
    }
    return new Choices(phrases);
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (!each.asText().equals("null")) {
          return each.asText();
        }
      }
    }
    return type.asText(schema.has("pattern") || schema.has("format") ? "string" : "");
  }

  /** A name as it is spoken: "orderCode" and "order_code" are "order code". */
  public static String inWords(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .replaceAll("(?<=[A-Z])(?=[A-Z][a-z])", " ")
        .replaceAll("[^\\p{L}\\p{N}']+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
