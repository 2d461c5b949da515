package dev.parley.schema.spoken;

import dev.parley.schema.spoken.slot.CodeTrace;
import dev.parley.schema.spoken.words.Spelling;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A tool call in the making. Immutable.
 *
 * @param tool by its name
 * @param values what is known of its arguments, by their names, in the order of the schema
 * @param traces what was heard of codes, for corrections: of those among the values, of those that
 *     were wrong, and of what was not a whole one
 */
public record Draft(String tool, Map<String, Value> values, Map<String, CodeTrace> traces) {

  /**
   * What was understood of one argument.
   *
   * @param json a JSON text that the argument's schema accepts
   * @param said how a voice says it: "four fifty dollars", "R, dash, six, two, zero"
   * @param confidence how sure it is, 0 to 1
   * @param isCode characters that were spelled one by one: it is read back so, and corrected so
   */
  public record Value(String json, String said, double confidence, boolean isCode) {
    /** Keeps what was said out of logs. */
    @Override
    public String toString() {
      return "Value[%.2f]".formatted(confidence);
    }
  }

  public Draft {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    traces = Map.copyOf(traces);
  }

  /** Of which nobody knows what was heard. */
  public Draft(String tool, Map<String, Value> values) {
    this(tool, values, Map.of());
  }

  public Optional<Value> value(String argument) {
    return Optional.ofNullable(values.get(argument));
  }

  /** Without a value that is wrong: it is not to be understood again. */
  public Draft without(String argument) {
    Map<String, Value> rest = new LinkedHashMap<>(values);
    rest.remove(argument);
    Map<String, CodeTrace> refused = new LinkedHashMap<>(traces);
    refused.computeIfPresent(argument, (name, trace) -> trace.refused());
    return new Draft(tool, rest, refused);
  }

  /** With what was heard of a code. */
  Draft with(String argument, CodeTrace trace) {
    Map<String, CodeTrace> more = new LinkedHashMap<>(traces);
    more.put(argument, trace);
    return new Draft(tool, values, more);
  }

  /** What was heard of an argument that is not a whole code, as a voice reads it back. */
  public Optional<String> fragment(String argument) {
    return Optional.ofNullable(traces.get(argument))
        .filter(trace -> !trace.isWhole())
        .map(trace -> Spelling.readBack(trace.text()));
  }

  /** How sure the least certain argument is; 1 if there is none. */
  public double confidence() {
    return values.values().stream().mapToDouble(Value::confidence).min().orElse(1);
  }
}
