package dev.parley.schema.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.parley.schema.check.CompiledSchema;
import dev.parley.schema.check.Place;
import dev.parley.schema.check.Steps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the smallest value that a schema accepts: proposes, and lets the schema judge.
 *
 * <p>The least nesting that will do is found by allowing one level more at a time, so that a schema
 * that refers to itself ends where it can. One search is used once, by one thread.
 */
public final class Search {

  private static final int DEEPEST = 24;
  private static final int MOST_STEPS = 100_000;
  private static final int HEAVIEST = 64 * 1024;

  private final CompiledSchema schema;
  private final Map<Question, Optional<JsonNode>> answered = new HashMap<>();
  private final Steps steps = new Steps(MOST_STEPS);
  private boolean wentTooDeep;

  private Search(CompiledSchema schema) {
    this.schema = schema;
  }

  private record Question(List<Place> goals, int levels) {}

  /** The smallest value that was found, or nothing. */
  public static Optional<JsonNode> smallest(CompiledSchema schema) {
    Search search = new Search(schema);
    for (int levels = 0; levels <= DEEPEST; levels++) {
      search.wentTooDeep = false;
      Optional<JsonNode> found = search.find(List.of(schema.tree().root()), levels);
      if (found.isPresent() || !search.wentTooDeep || search.steps.isSpent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * The first value that fulfils all of these schemas.
   *
   * @param levels how many arrays and objects may lie in each other
   */
  Optional<JsonNode> find(List<Place> goals, int levels) {
    Question question = new Question(goals, levels);
    Optional<JsonNode> known = answered.get(question);
    if (known == null) {
      known = find(goals, levels, Set.of());
      answered.put(question, known);
    }
    return known;
  }

  /**
   * The same, but none of those that are taken already.
   *
   * @param taken values that will not do
   */
  Optional<JsonNode> find(List<Place> goals, int levels, Set<JsonNode> taken) {
    Trial trial =
        new Trial(value -> !taken.contains(value) && accepted(goals, value), steps::isSpent);
    if (steps.take()) {
      for (Conjunction way : Alternatives.of(schema.tree(), goals)) {
        propose(way, levels, taken, trial);
      }
    }
    return trial.found();
  }

  private boolean accepted(List<Place> goals, JsonNode value) {
    return steps.take()
        && lighter(value, HEAVIEST) > 0
        && goals.stream().allMatch(goal -> schema.accepts(goal, value, steps));
  }

  /** What a value leaves of a weight: about a unit for each character. */
  private static int lighter(JsonNode value, int weight) {
    int left = weight - (value.isTextual() ? value.textValue().length() : 1);
    for (JsonNode child : value) {
      if (left <= 0) {
        return left;
      }
      left = lighter(child, left);
    }
    return left;
  }

  private void propose(Conjunction way, int levels, Set<JsonNode> taken, Trial trial) {
    List<JsonNode> named = new ArrayList<>();
    way.all("const").forEach(place -> named.add(place.node()));
    if (named.isEmpty()) {
      way.all("enum").forEach(place -> place.node().forEach(named::add));
    }
    if (named.isEmpty()) {
      way.all("default").forEach(place -> trial.offer(place.node()));
      for (String type : way.types()) {
        if (!trial.isOver()) {
          propose(type, way, levels, taken, trial);
        }
      }
    } else {
      named.forEach(trial::offer);
    }
  }

  private void propose(String type, Conjunction way, int levels, Set<JsonNode> taken, Trial trial) {
    int count = taken.size() + 2;
    switch (type) {
      case "string" -> Texts.propose(way, count, trial);
      case "integer" -> Numbers.propose(way, /* whole= */ true, count, trial);
      case "number" -> Numbers.propose(way, /* whole= */ false, count, trial);
      case "boolean" -> {
        trial.offer(BooleanNode.TRUE);
        trial.offer(BooleanNode.FALSE);
      }
      case "null" -> trial.offer(NullNode.instance);
      case "array", "object" -> {
        if (levels == 0) {
          wentTooDeep = true;
        } else if (type.equals("array")) {
          new Arrays(this, way, levels - 1).propose(taken, trial);
        } else {
          new Objects(this, way, levels - 1).propose(taken, trial);
        }
      }
      default -> {}
    }
  }
}
