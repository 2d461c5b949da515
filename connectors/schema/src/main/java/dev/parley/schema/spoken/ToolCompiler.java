package dev.parley.schema.spoken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.schema.ToolSchema;
import dev.parley.schema.check.JsonText;
import dev.parley.schema.spoken.slot.Slots;
import dev.parley.schema.spoken.words.Control;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a tool's definition. */
final class ToolCompiler {

  private static final int MOST_KEYWORDS = 40;
  private static final double NAMED = 1;
  private static final double DESCRIBED = 0.6;

  /** Words that say nothing of what a tool does. */
  private static final Set<String> EMPTY =
      Set.of(
          "tool",
          "function",
          "caller",
          "user",
          "value",
          "given",
          "used",
          "use",
          "this",
          "which",
          "when",
          "if",
          "or",
          "not",
          "one",
          "any",
          "all",
          "must",
          "may",
          "it",
          "its",
          "returns");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*\\}");

  private final Clock clock;

  ToolCompiler(Clock clock) {
    this.clock = clock;
  }

  /**
   * @throws IllegalArgumentException in one sentence, if its parameters are no schema of an object
   */
  Tool compile(ToolShape shape) {
    String parameters = shape.parameters().isBlank() ? "{\"type\":\"object\"}" : shape.parameters();
    ToolSchema schema;
    try {
      schema = ToolSchema.parse(parameters);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the tool %s cannot be used: %s".formatted(shape.name(), e.getMessage()), e);
    }
    JsonNode root = JsonText.read(parameters, ToolSchema.LONGEST);
    if (root.has("type") && !root.path("type").asText().equals("object")) {
      throw new IllegalArgumentException(
          "the tool %s cannot be used: its parameters must be of the type object"
              .formatted(shape.name()));
    }
    List<String> phrases =
        texts(root.path("x-phrases")).stream().map(ToolCompiler::plainPhrase).toList();
    return new Tool(
        shape.name(),
        shape.description().isBlank() ? Slots.inWords(shape.name()) : shape.description().strip(),
        schema,
        arguments(root),
        keywords(shape, phrases),
        phrases,
        root.path("x-confirm").asBoolean(false));
  }

  private List<Argument> arguments(JsonNode root) {
    Set<String> required = Set.copyOf(texts(root.path("required")));
    List<Argument> arguments = new ArrayList<>();
    root.path("properties")
        .properties()
        .forEach(
            property -> {
              String name = property.getKey();
              JsonNode schema = resolved(root, property.getValue(), 0);
              String words = Slots.inWords(name);
              String title = schema.path("title").asText("");
              String described = schema.path("description").asText("").strip();
              List<String> cues =
                  Stream.of((words + " " + Slots.inWords(title)).split(" ", -1))
                      .filter(word -> !word.isBlank())
                      .distinct()
                      .toList();
              arguments.add(
                  new Argument(
                      name,
                      Slots.of(name, schema, clock),
                      required.contains(name),
                      title.isBlank() ? spoken(described, words) : title,
                      cues));
            });
    return arguments;
  }

  /** The start of a description, where it is short enough to be asked for. */
  private static String spoken(String description, String words) {
    String start = description.split("[.,;:(]", 2)[0].strip();
    if (start.isEmpty() || start.split("\\s+", -1).length > 6) {
      return words;
    }
    String plain = start.replaceFirst("(?i)^(the|a|an) ", "");
    boolean acronym = plain.length() > 1 && Character.isUpperCase(plain.charAt(1));
    return acronym ? plain : plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
  }

  /** Behind references, and in the first alternative that is something. */
  private static JsonNode resolved(JsonNode root, JsonNode schema, int depth) {
    if (depth > 8) {
      return MissingNode.getInstance();
    }
    String reference = schema.path("$ref").asText("");
    if (reference.startsWith("#/")) {
      return resolved(root, root.at(reference.substring(1)), depth + 1);
    }
    for (String keyword : List.of("anyOf", "oneOf", "allOf")) {
      for (JsonNode branch : schema.path(keyword)) {
        boolean usable = !branch.path("type").asText("").equals("null");
        if (usable && !schema.has("type") && !schema.has("enum")) {
          return resolved(root, branch, depth + 1);
        }
      }
    }
    return schema;
  }

  private static Map<String, Double> keywords(ToolShape shape, List<String> phrases) {
    Map<String, Double> found = new HashMap<>();
    Stream.concat(
            Stream.of(Slots.inWords(shape.name()).split(" ", -1)),
            phrases.stream()
                .flatMap(p -> Stream.of(PLACEHOLDER.matcher(p).replaceAll(" ").split("\\s+", -1))))
        .filter(ToolCompiler::tells)
        .forEach(word -> found.put(Tool.stem(word), NAMED));
    Stream.of(shape.description().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+", -1))
        .filter(ToolCompiler::tells)
        .limit(MOST_KEYWORDS)
        .forEach(word -> found.putIfAbsent(Tool.stem(word), DESCRIBED));
    return found;
  }

  static boolean tells(String word) {
    return word.length() > 2 && !Control.isGlue(word) && !EMPTY.contains(word);
  }

  private static String plainPhrase(String phrase) {
    StringBuilder plain = new StringBuilder();
    for (String word : phrase.strip().split("\\s+", -1)) {
      boolean placeholder = PLACEHOLDER.matcher(word).find();
      String own =
          placeholder
              ? word.replaceAll("[^{}\\p{L}\\p{N}_-]", "")
              : word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}' ]", "");
      plain.append(plain.isEmpty() || own.isEmpty() ? "" : " ").append(own);
    }
    return plain.toString();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
