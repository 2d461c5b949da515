package dev.parley.schema.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.schema.check.BoundedPattern;
import dev.parley.schema.check.Place;
import dev.parley.schema.pattern.PatternText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Objects with as few properties as will do: those that are required, then some, then all. */
final class Objects {

  private static final int MOST_INVENTED = 1_000;

  private final Search search;
  private final Conjunction schema;
  private final int levels;

  /**
   * @param levels how deep the properties' values may be nested
   */
  Objects(Search search, Conjunction schema, int levels) {
    this.search = search;
    this.schema = schema;
    this.levels = levels;
  }

  void propose(Set<JsonNode> taken, Trial trial) {
    Set<String> required = required();
    ObjectNode least = JsonNodeFactory.instance.objectNode();
    for (String name : required) {
      Optional<JsonNode> value = search.find(goals(name), levels);
      if (value.isEmpty()) {
        return;
      }
      least.set(name, value.get());
    }
    Set<String> declared = new LinkedHashSet<>();
    schema.all("properties").forEach(map -> declared.addAll(names(map.node())));
    declared.removeAll(required);
    propose(least, Set.of(), taken, trial);
    propose(least, needed(required, declared), taken, trial);
    declared.forEach(one -> propose(least, Set.of(one), taken, trial));
    propose(least, declared, taken, trial);
  }

  /** An object with more properties, then those in which one is another than any taken. */
  private void propose(ObjectNode least, Set<String> more, Set<JsonNode> taken, Trial trial) {
    if (trial.isOver()) {
      return;
    }
    ObjectNode object = least.deepCopy();
    for (String name : more) {
      search.find(goals(name), levels).ifPresent(value -> object.set(name, value));
    }
    trial.offer(object);
    if (!taken.isEmpty()) {
      names(object).forEach(name -> vary(object, name, taken, trial));
    }
  }

  private void vary(ObjectNode object, String name, Set<JsonNode> taken, Trial trial) {
    if (trial.isOver()) {
      return;
    }
    Set<JsonNode> values = new HashSet<>();
    for (JsonNode other : taken) {
      if (other.has(name)) {
        values.add(other.path(name));
      }
    }
    search
        .find(goals(name), levels, values)
        .ifPresent(value -> trial.offer(object.deepCopy().set(name, value)));
  }

  /** Required, or needed by one that is. */
  private Set<String> required() {
    Set<String> names = new LinkedHashSet<>();
    schema.all("required").forEach(list -> list.node().forEach(one -> names.add(one.asText())));
    List<Place> needs = new ArrayList<>(schema.all("dependentRequired"));
    needs.addAll(schema.all("dependencies"));
    int before;
    do {
      before = names.size();
      for (Place need : needs) {
        for (String name : List.copyOf(names)) {
          need.node().path(name).forEach(one -> addName(one, names));
        }
      }
    } while (names.size() > before);
    return names;
  }

  private static void addName(JsonNode name, Set<String> names) {
    if (name.isTextual()) { // draft 7's dependencies may be schemas
      names.add(name.asText());
    }
  }

  /** So many more names as the least count of properties asks for. */
  private Set<String> needed(Set<String> required, Set<String> declared) {
    int least = Math.min(MOST_INVENTED, schema.least("minProperties"));
    Set<String> more = new LinkedHashSet<>();
    Iterator<String> names = declared.iterator();
    while (required.size() + more.size() < least && names.hasNext()) {
      more.add(names.next());
    }
    Set<JsonNode> used =
        Stream.of(required, declared)
            .flatMap(Collection::stream)
            .map(TextNode::valueOf)
            .collect(Collectors.toCollection(HashSet::new));
    while (required.size() + more.size() < least) {
      Optional<JsonNode> name = invented(used);
      if (name.isEmpty() || !used.add(name.get())) {
        return more;
      }
      more.add(name.get().asText());
    }
    return more;
  }

  private Optional<JsonNode> invented(Set<JsonNode> used) {
    List<Place> goals = schema.all("propertyNames");
    if (goals.isEmpty()) {
      Stream<String> byPattern =
          schema.all("patternProperties").stream()
              .flatMap(map -> names(map.node()).stream())
              .flatMap(regex -> PatternText.of(regex, Math.max(1, used.size())).stream());
      Stream<String> plain = Stream.of(Formats.filled("a", used.size(), 0));
      return Stream.concat(byPattern, plain)
          .<JsonNode>map(TextNode::valueOf)
          .filter(name -> !used.contains(name))
          .findFirst();
    }
    return search.find(goals, 0, used).filter(JsonNode::isTextual);
  }

  /** All that is said of a property. */
  private List<Place> goals(String name) {
    List<Place> goals = new ArrayList<>();
    for (Place member : schema.members()) {
      int before = goals.size();
      Place declared = member.at("properties").at(name);
      if (!declared.node().isMissingNode()) {
        goals.add(declared);
      }
      Place patterns = member.at("patternProperties");
      for (String regex : names(patterns.node())) {
        if (BoundedPattern.of(regex).matches(name)) {
          goals.add(patterns.at(regex));
        }
      }
      Place rest = member.at("additionalProperties");
      if (goals.size() == before && !rest.node().isMissingNode()) {
        goals.add(rest);
      }
    }
    return goals;
  }

  private static List<String> names(JsonNode map) {
    List<String> names = new ArrayList<>();
    map.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
