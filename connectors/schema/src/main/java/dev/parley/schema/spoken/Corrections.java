package dev.parley.schema.spoken;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.schema.ToolSchema;
import dev.parley.schema.check.JsonText;
import dev.parley.schema.spoken.slot.CodeRepair;
import dev.parley.schema.spoken.slot.CodeTrace;
import dev.parley.schema.spoken.slot.Codes;
import dev.parley.schema.spoken.slot.SpelledWords;
import dev.parley.schema.spoken.words.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts a draft right that was read back: "no, the second one is B". */
final class Corrections {

  /** So much another reading counts at the least. */
  private static final double LEAST_WEIGHT = 0.05;

  /** The draft with the least change that the words ask for; nothing if they ask for none. */
  Optional<Draft> read(Tool tool, Draft draft, List<Heard> alternatives) {
    return tool.arguments().stream()
        .filter(argument -> code(draft, argument).isPresent())
        .flatMap(argument -> repaired(tool, argument, draft, alternatives).stream())
        .findFirst();
  }

  /** A code that was refused, and is said once more, or put right. */
  Optional<Reading.Request> again(Tool tool, Focus.Argument focus, List<Heard> alternatives) {
    Draft draft = focus.draft();
    return tool.argument(focus.name())
        .filter(argument -> isRefused(draft, argument.name()))
        .flatMap(argument -> repaired(tool, argument, draft, alternatives))
        .map(better -> new Reading.Request(better, alternatives.getFirst().confidence()));
  }

  /**
   * With what was heard of the codes.
   *
   * @param before what was known of the same call
   */
  Draft traced(Tool tool, Draft draft, List<Heard> alternatives, Draft before) {
    Draft traced = new Draft(draft.tool(), draft.values(), known(before, draft));
    for (Argument argument : tool.arguments()) {
      String name = argument.name();
      Optional<String> code = code(draft, argument);
      if (code.isEmpty() || !(argument.slot().orElse(null) instanceof Codes codes)) {
        continue;
      }
      CodeTrace known = traced.traces().get(name);
      Set<String> rejected = known == null ? Set.of() : known.rejected();
      if (rejected.contains(code.get())) {
        traced = repaired(tool, argument, before, alternatives).orElse(traced.without(name));
      } else if (known == null || !known.isWhole() || !known.text().equals(code.get())) {
        List<SpelledWords> readings = readings(alternatives);
        traced =
            traced.with(name, CodeTrace.of(codes, code.get(), readings, tool::isBeside, rejected));
      }
    }
    return traced;
  }

  private static Map<String, CodeTrace> known(Draft before, Draft draft) {
    return draft.traces().isEmpty() ? before.traces() : draft.traces();
  }

  private static boolean isRefused(Draft draft, String name) {
    CodeTrace trace = draft.traces().get(name);
    return draft.value(name).isEmpty() && trace != null && trace.isWhole();
  }

  private static Optional<Draft> repaired(
      Tool tool, Argument argument, Draft draft, List<Heard> alternatives) {
    CodeTrace known = draft.traces().get(argument.name());
    Optional<String> code = code(draft, argument);
    CodeTrace trace =
        known != null && known.isWhole() && code.map(known.text()::equals).orElse(true)
            ? known
            : code.map(text -> CodeTrace.plain(text, confidence(draft, argument))).orElse(null);
    if (trace == null || !(argument.slot().orElse(null) instanceof Codes codes)) {
      return Optional.empty();
    }
    return new CodeRepair(codes, trace, tool::isBeside)
        .read(readings(alternatives))
        .map(
            better -> {
              Draft.Value value =
                  new Draft.Value(
                      TextNode.valueOf(better.text()).toString(),
                      Spelling.readBack(better.text()),
                      Math.clamp(better.fit() * alternatives.getFirst().confidence(), 0, 1),
                      /* isCode= */ true);
              Draft with = Drafts.with(tool, draft.values(), Map.of(argument.name(), value));
              return new Draft(with.tool(), with.values(), draft.traces())
                  .with(argument.name(), better.trace());
            });
  }

  private static double confidence(Draft draft, Argument argument) {
    return draft.value(argument.name()).map(Draft.Value::confidence).orElse(1.0);
  }

  private static Optional<String> code(Draft draft, Argument argument) {
    return draft
        .value(argument.name())
        .filter(Draft.Value::isCode)
        .map(value -> JsonText.read(value.json(), ToolSchema.LONGEST_ARGUMENTS).asText());
  }

  static List<SpelledWords> readings(List<Heard> alternatives) {
    return alternatives.stream()
        .map(
            heard ->
                new SpelledWords(
                    Requests.words(heard),
                    heard.words().stream()
                        .limit(Requests.MOST_WORDS)
                        .map(Heard.Word::confidence)
                        .toList(),
                    LEAST_WEIGHT + Math.max(0, heard.confidence())))
        .toList();
  }
}
