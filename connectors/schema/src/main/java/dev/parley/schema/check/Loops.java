package dev.parley.schema.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many schemas speak of one and the same value, references followed: a schema that refers to
 * itself without going deeper would never come to an end, and few lines can stand for thousands.
 */
final class Loops {

  private static final int MOST = 5_000;

  private final SchemaTree tree;
  private final Map<Place, Integer> counted = new HashMap<>();

  Loops(SchemaTree tree) {
    this.tree = tree;
  }

  /**
   * @throws IllegalArgumentException if a schema has no end, or too far an end
   */
  void refuse() {
    tree.all().forEach(this::count);
  }

  private int count(Place schema) {
    Integer known = counted.get(schema);
    if (known != null) {
      if (known == 0) { // still being counted
        throw new IllegalArgumentException(
            "%s: refers to itself without going deeper".formatted(schema));
      }
      return known;
    }
    counted.put(schema, 0);
    List<Place> next = new ArrayList<>(SchemaTree.inPlace(schema));
    if (schema.node().has("$ref")) {
      next.add(tree.follow(schema));
    }
    int sum = 1;
    for (Place other : next) {
      sum = Math.min(MOST + 1, sum + count(other));
    }
    if (sum > MOST) {
      throw new IllegalArgumentException(
          "%s: has more than %d schemas for one value".formatted(schema, MOST));
    }
    counted.put(schema, sum);
    return sum;
  }
}
