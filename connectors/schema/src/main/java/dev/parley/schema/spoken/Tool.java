package dev.parley.schema.spoken;

import dev.parley.schema.ToolSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tool, ready to be asked for.
 *
 * @param keywords stems of words that ask for it, and how much each tells
 * @param phrases ways to ask for it, with <code>{argument}</code> where a value stands
 */
record Tool(
    String name,
    String purpose,
    ToolSchema schema,
    List<Argument> arguments,
    Map<String, Double> keywords,
    List<String> phrases,
    boolean confirmed) {

  Tool {
    arguments = List.copyOf(arguments);
    keywords = Map.copyOf(keywords);
    phrases = List.copyOf(phrases);
  }

  Optional<Argument> argument(String wanted) {
    return arguments.stream().filter(each -> each.name().equals(wanted)).findFirst();
  }

  /** How much a word speaks for this tool, 0 to 1. */
  double keyword(String word) {
    return keywords.getOrDefault(stem(word), 0.0);
  }

  /** Whether a word asks for this tool or announces a value, and so may stand beside one. */
  boolean isBeside(String word) {
    return keyword(word) > 0 || arguments.stream().anyMatch(each -> each.cues().contains(word));
  }

  /** A word without its commonest endings. */
  static String stem(String word) {
    for (String ending : List.of("ing", "ed", "es", "s")) {
      if (word.endsWith(ending) && word.length() >= ending.length() + 3) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word.endsWith("e") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
  }
}
