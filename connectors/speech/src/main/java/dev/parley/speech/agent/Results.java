package dev.parley.speech.agent;

import dev.parley.schema.spoken.Draft;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the results of tools are told. Immutable. */
final class Results {

  /**
   * @param isFailure whether the tool says that it has not done what it should
   */
  record Told(String text, boolean isFailure) {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Told[%d letters, failure %b]".formatted(text.length(), isFailure);
    }
  }

  private final Instructions instructions;
  private final int longest;

  Results(Instructions instructions, int longest) {
    this.instructions = instructions;
    this.longest = longest;
  }

  /**
   * @param order what was called
   * @param output what came of it: JSON, or any text
   */
  Told tell(Order order, String output) {
    Optional<Object> json = Json.read(output);
    boolean isRubbish = json.isEmpty() && looksLikeJson(output.stripLeading());
    Object result = json.orElse(isRubbish ? "" : output);
    Optional<String> failure =
        isRubbish ? Optional.of("the answer makes no sense") : failure(result);
    Optional<String> template =
        failure.isPresent()
            ? instructions.failed(order.tool())
            : instructions.succeeded(order.tool());
    String text =
        template
            .flatMap(it -> Instructions.fill(it, name -> value(name, result, failure, order)))
            .orElseGet(() -> failure.map(Results::failed).orElseGet(() -> words(result, order)));
    String words = Words.tidy(text, longest);
    return new Told(words.isEmpty() ? "Done." : Words.sentence(words), failure.isPresent());
  }

  private static boolean looksLikeJson(String text) {
    return text.startsWith("{") || text.startsWith("[{") || text.startsWith("[\"");
  }

  private static String failed(String why) {
    return why.isBlank() ? "That did not work." : "That did not work: " + why;
  }

  private static String words(Object value, Order order) {
    return value instanceof String text ? said(text, order).orElse(text) : Words.value(value);
  }

  /** What went wrong, if the result says that something did. */
  private static Optional<String> failure(Object result) {
    if (!(result instanceof Map<?, ?> fields)) {
      return Optional.empty();
    }
    Object error = fields.get("error");
    if (error instanceof Map<?, ?> detail && detail.get("message") instanceof String message) {
      return Optional.of(message);
    }
    if (error != null && !Boolean.FALSE.equals(error) && !"".equals(error)) {
      return Optional.of(Boolean.TRUE.equals(error) ? reason(fields) : Words.value(error));
    }
    boolean isRefused =
        List.of("ok", "success").stream().anyMatch(name -> Boolean.FALSE.equals(fields.get(name)));
    return isRefused ? Optional.of(reason(fields)) : Optional.empty();
  }

  private static String reason(Map<?, ?> fields) {
    return List.of("message", "reason").stream()
        .map(fields::get)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst()
        .orElse("");
  }

  private static Optional<String> value(
      String name, Object result, Optional<String> failure, Order order) {
    return (name.equals("error") ? failure : Optional.<String>empty())
        .or(() -> Json.at(result, name).map(value -> words(value, order)))
        .or(() -> order.draft().value(name).map(Draft.Value::said))
        .or(() -> Json.read(order.arguments()).flatMap(it -> Json.at(it, name)).map(Words::value))
        .filter(text -> !text.isBlank());
  }

  /** A code that the caller spelled is told as it was read back. */
  private static Optional<String> said(String text, Order order) {
    return order.draft().values().values().stream()
        .filter(Draft.Value::isCode)
        .filter(code -> Json.read(code.json()).filter(text::equals).isPresent())
        .map(Draft.Value::said)
        .findFirst();
  }
}
