package dev.parley.app.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.tool.ToolBox;
import java.util.List;
import java.util.Map;

/**
 * The orders of a shop that does not exist: each code has a status, the same on each run. A few are
 * known and fixed; those of the others hang on the letters of their code. Immutable.
 */
final class Orders {

  private static final LocalTool STATUS =
      new LocalTool(
          "order_status",
          "Find out where an order is.",
          """
          {"type":"object","required":["code"],"additionalProperties":false,
           "x-phrases":["where is my order {code}","what is the status of order {code}",
             "order {code}"],
           "properties":{"code":{"type":"string","description":"order code",
             "pattern":"^[A-Z]-[0-9]{3}[A-Z]-[0-9][A-Z][0-9]$"}}}
          """);

  /**
   * @param note one sentence
   */
  private record Status(String status, String note) {}

  private static final Status ON_ITS_WAY = new Status("on its way", "It arrives tomorrow.");

  private static final List<Status> USUAL =
      List.of(
          ON_ITS_WAY,
          new Status("on its way", "It arrives in two days."),
          new Status("being packed", "It leaves the warehouse today."),
          new Status("delivered", "It was handed over yesterday."),
          new Status("at the post office", "It can be fetched from ten o'clock."),
          new Status("waiting for a part", "It leaves the warehouse next week."));

  private static final Map<String, Status> KNOWN =
      Map.of(
          "R-620A-9C2", ON_ITS_WAY,
          "A-123B-4C5", new Status("delivered", "It was handed over yesterday."),
          "B-700K-1M3", new Status("being packed", "It leaves the warehouse today."));

  /** What was called off is not there any more. */
  private static final String CALLED_OFF = "X-000X-0X0";

  private Orders() {}

  static ToolBox into(ToolBox box) {
    return STATUS.into(box, Orders::status);
  }

  private static JsonNode status(JsonNode arguments) {
    String code = arguments.path("code").asText();
    if (code.equals(CALLED_OFF)) {
      return Answers.error("there is no such order");
    }
    // the hash of a text is the same on every machine: the language says so
    Status usual = USUAL.get(Math.floorMod(code.hashCode(), USUAL.size()));
    Status status = KNOWN.getOrDefault(code, usual);
    return Answers.object()
        .put("code", code)
        .put("status", status.status())
        .put("note", status.note());
  }
}
