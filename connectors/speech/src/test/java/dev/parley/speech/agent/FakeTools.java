package dev.parley.speech.agent;

import dev.parley.schema.spoken.Draft;
import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.Heard;
import dev.parley.schema.spoken.LanguageModel;
import dev.parley.schema.spoken.Reading;
import dev.parley.schema.spoken.Understanding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Four tools, asked for in a language of their own: {@code order code=R6@0.7}, {@code pay@0.9
 * amount=50}, {@code more payee=bob} (of the tool that is asked about), {@code yes@0.4}. A value
 * {@code bad} is one that the schema refuses.
 */
final class FakeTools implements Understanding {

  static final List<String> NAMES = List.of("order", "timer", "pay", "ping");

  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "order", List.of("code"),
          "timer", List.of("minutes"),
          "pay", List.of("amount", "payee"),
          "ping", List.of());

  private final List<String> names;
  private final boolean isWide;

  FakeTools() {
    this(NAMES, /* isWide= */ false);
  }

  /**
   * @param names those that it knows; of others it wants to hear nothing
   * @param isWide whether a timer has a name too
   */
  FakeTools(List<String> names, boolean isWide) {
    this.names = names;
    this.isWide = isWide;
  }

  private void check(String tool) {
    if (!names.contains(tool)) {
      throw new IllegalArgumentException("there is no tool " + tool);
    }
  }

  @Override
  public LanguageModel expected(Focus focus) {
    return new LanguageModel("none", "", Map.of());
  }

  @Override
  public Reading read(List<Heard> alternatives, Focus focus) {
    List<String> words = alternatives.getFirst().words().stream().map(Heard.Word::text).toList();
    String first = words.getFirst();
    double confidence = confidence(first);
    return switch (name(first)) {
      case "yes" -> new Reading.Yes(confidence);
      case "no" -> new Reading.No(confidence);
      case "help" -> new Reading.Help();
      case "repeat" -> new Reading.Repeat();
      case "cancel" -> new Reading.Cancel();
      case "more" ->
          switch (focus) {
            case Focus.Anything any -> new Reading.Nothing();
            case Focus.Argument(Draft draft, String name) -> request(draft, words, confidence);
            case Focus.Confirmation(Draft draft) -> request(draft, words, confidence);
          };
      default ->
          REQUIRED.containsKey(name(first))
              ? request(new Draft(name(first), Map.of()), words, confidence)
              : new Reading.Nothing();
    };
  }

  private static Reading request(Draft draft, List<String> words, double confidence) {
    Map<String, Draft.Value> values = new LinkedHashMap<>(draft.values());
    for (String word : words.subList(1, words.size())) {
      String argument = word.substring(0, word.indexOf('='));
      values.put(argument, value(argument, word.substring(word.indexOf('=') + 1)));
    }
    return new Reading.Request(new Draft(draft.tool(), values), confidence);
  }

  private static Draft.Value value(String argument, String word) {
    boolean isCode = argument.equals("code");
    String said =
        isCode
            ? name(word).chars().mapToObj(Character::toString).collect(Collectors.joining(", "))
            : name(word);
    return new Draft.Value("\"" + name(word) + "\"", said, confidence(word), isCode);
  }

  private static String name(String word) {
    int at = word.indexOf('@');
    return at < 0 ? word : word.substring(0, at);
  }

  private static double confidence(String word) {
    int at = word.indexOf('@');
    return at < 0 ? 1 : Double.parseDouble(word.substring(at + 1));
  }

  @Override
  public List<String> missing(Draft draft) {
    check(draft.tool());
    return REQUIRED.getOrDefault(draft.tool(), List.of()).stream()
        .filter(name -> draft.value(name).isEmpty())
        .toList();
  }

  @Override
  public String arguments(Draft draft) {
    check(draft.tool());
    String fields =
        draft.values().entrySet().stream()
            .map(entry -> "\"%s\":%s".formatted(entry.getKey(), entry.getValue().json()))
            .collect(Collectors.joining(",", "{", "}"));
    return isWide && draft.tool().equals("timer")
        ? fields.replace("}", ",\"name\":\"x\"}")
        : fields;
  }

  @Override
  public List<String> problems(Draft draft) {
    check(draft.tool());
    return draft.values().values().stream()
        .filter(value -> value.json().contains("bad"))
        .map(value -> "a value is not allowed")
        .toList();
  }

  @Override
  public String title(String tool, String argument) {
    check(tool);
    return argument.equals("minutes") ? "how many minutes" : argument;
  }

  @Override
  public String purpose(String tool) {
    check(tool);
    return switch (tool) {
      case "order" -> "find an order";
      case "timer" -> "set a timer";
      case "pay" -> "pay somebody";
      default -> "";
    };
  }

  @Override
  public boolean wantsConfirmation(String tool) {
    check(tool);
    return tool.equals("pay");
  }

  @Override
  public boolean isUnfinished(Heard sofar, Focus focus) {
    return false;
  }
}
