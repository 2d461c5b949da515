package dev.parley.schema.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.schema.check.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Arrays with as few items as will do. */
final class Arrays {

  private static final int MOST_ITEMS = 1_000;

  private final Search search;
  private final Conjunction schema;
  private final int levels;
  private final boolean unique;

  /**
   * @param levels how deep the items may be nested
   */
  Arrays(Search search, Conjunction schema, int levels) {
    this.search = search;
    this.schema = schema;
    this.levels = levels;
    unique = schema.all("uniqueItems").stream().anyMatch(place -> place.node().asBoolean());
  }

  void propose(Set<JsonNode> taken, Trial trial) {
    int wanted = schema.all("contains").isEmpty() ? 0 : Math.max(1, schema.least("minContains"));
    int least = Math.max(schema.least("minItems"), wanted);
    int most = Math.min(MOST_ITEMS, schema.most("maxItems"));
    for (int i = 0; i <= taken.size() && least + i <= most && !trial.isOver(); i++) {
      ofCount(least + i, wanted).ifPresent(trial::offer);
    }
  }

  private Optional<JsonNode> ofCount(int count, int wanted) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    Set<JsonNode> taken = new HashSet<>();
    for (int i = 0; i < count; i++) {
      List<Place> goals = new ArrayList<>();
      if (i < wanted) {
        goals.addAll(schema.all("contains"));
      }
      schema.members().forEach(member -> addGoal(member, array.size(), goals));
      Optional<JsonNode> item =
          unique ? search.find(goals, levels, taken) : search.find(goals, levels);
      if (item.isEmpty()) {
        return Optional.empty();
      }
      array.add(item.get());
      if (unique) {
        taken.add(item.get());
      }
    }
    return Optional.of(array);
  }

  /** What one schema wants of the item at an index. Draft 7's list of items is a prefix, too. */
  private static void addGoal(Place member, int index, List<Place> goals) {
    boolean old = member.node().path("items").isArray();
    Place prefix = member.at(old ? "items" : "prefixItems");
    Place rest = member.at(old ? "additionalItems" : "items");
    if (index < prefix.node().size()) {
      goals.add(prefix.at(index));
    } else if (!rest.node().isMissingNode()) {
      goals.add(rest);
    }
  }
}
