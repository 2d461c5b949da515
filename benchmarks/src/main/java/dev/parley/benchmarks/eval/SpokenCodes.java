package dev.parley.benchmarks.eval;

import dev.parley.schema.spoken.SpokenTools;
import dev.parley.schema.spoken.ToolShape;
import dev.parley.schema.spoken.Understanding;
import dev.parley.speech.asr.sphinx4.Pronouncer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Order codes, and the tool that takes them. */
final class SpokenCodes {

  static final String TOOL = "order_status";
  static final String ARGUMENT = "code";

  private static final String KINDS = "A-999A-9A9";
  private static final String FIRST = "R-620A-9C2";
  private static final String PARAMETERS =
      """
      {"type":"object","required":["code"],"additionalProperties":false,
       "x-phrases":["where is my order {code}","what is the status of order {code}",
         "order {code}"],
       "properties":{"code":{"type":"string","description":"order code",
         "pattern":"^[A-Z]-[0-9]{3}[A-Z]-[0-9][A-Z][0-9]$"}}}
      """;

  private SpokenCodes() {}

  static Understanding tools() {
    return SpokenTools.compile(
        List.of(new ToolShape(TOOL, "Find out where an order is.", PARAMETERS)),
        Clock.fixed(Instant.parse("2025-06-01T12:00:00Z"), ZoneOffset.UTC),
        new Pronouncer());
  }

  /** The same for the same seed; the first one always. */
  static List<String> some(int count, long seed) {
    Random random = new Random(seed);
    List<String> codes = new ArrayList<>(List.of(FIRST));
    while (codes.size() < count) {
      StringBuilder code = new StringBuilder();
      for (int i = 0; i < KINDS.length(); i++) {
        char kind = KINDS.charAt(i);
        code.append(
            switch (kind) {
              case 'A' -> (char) ('A' + random.nextInt(26));
              case '9' -> (char) ('0' + random.nextInt(10));
              default -> kind;
            });
      }
      codes.add(code.toString());
    }
    return codes;
  }
}
