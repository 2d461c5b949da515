package dev.parley.schema.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.schema.check.Place;
import dev.parley.schema.pattern.PatternText;
import java.util.List;

/** Strings by format, pattern and length, the shortest first. */
final class Texts {

  private static final int LONGEST = 32_768;

  private Texts() {}

  /**
   * @param count how many different ones are wanted, if there are so many
   */
  static void propose(Conjunction schema, int count, Trial trial) {
    int least = schema.least("minLength");
    int most = schema.most("maxLength");
    if (least > LONGEST || least > most) {
      return;
    }
    for (int i = 0; i < count; i++) {
      for (String format : words(schema, "format")) {
        offer(Formats.of(format, i, least), most, trial);
      }
    }
    for (int i = 0; i < count; i++) {
      for (String pattern : words(schema, "pattern")) {
        offer(PatternText.of(pattern, least + i), most, trial);
      }
    }
    for (int i = 0; i < count; i++) {
      offer(List.of(Formats.filled("", i, least)), most, trial);
    }
  }

  private static void offer(List<String> texts, int most, Trial trial) {
    texts.stream()
        .filter(text -> text.length() <= most)
        .map(TextNode::valueOf)
        .forEach(trial::offer);
  }

  private static List<String> words(Conjunction schema, String keyword) {
    return schema.all(keyword).stream().map(Place::node).map(JsonNode::asText).toList();
  }
}
