package dev.parley.schema.spoken;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A tool call in the making. Immutable.
 *
 * @param tool by its name
 * @param values what is known of its arguments, by their names, in the order of the schema
 */
public record Draft(String tool, Map<String, Value> values) {

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
  }

  public Optional<Value> value(String argument) {
    return Optional.ofNullable(values.get(argument));
  }

  /** How sure the least certain argument is; 1 if there is none. */
  public double confidence() {
    return values.values().stream().mapToDouble(Value::confidence).min().orElse(1);
  }
}
