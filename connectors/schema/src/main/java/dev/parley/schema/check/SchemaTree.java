package dev.parley.schema.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schema as a tree of schemas: tells a keyword from a property that is called like one.
 *
 * <p>Immutable. Knows which keywords hold schemas; JSON Schema 2020-12, section 10, and its
 * forerunners down to draft 6.
 */
public final class SchemaTree {

  /** Keywords whose schemas speak of the very value that their schema speaks of. */
  private static final Set<String> IN_PLACE = Set.of("not", "if", "then", "else");

  private static final Set<String> IN_PLACE_LISTS = Set.of("allOf", "anyOf", "oneOf");
  private static final Set<String> IN_PLACE_MAPS = Set.of("dependentSchemas", "dependencies");

  /** Keywords whose schemas speak of what lies inside of the value. */
  private static final Set<String> DEEPER =
      Set.of(
          "items",
          "additionalItems",
          "contains",
          "additionalProperties",
          "propertyNames",
          "unevaluatedItems",
          "unevaluatedProperties",
          "contentSchema");

  private static final Set<String> DEEPER_LISTS = Set.of("prefixItems", "items");
  private static final Set<String> DEEPER_MAPS =
      Set.of("properties", "patternProperties", "$defs", "definitions");

  private final Place root;
  private final List<Place> all = new ArrayList<>();
  private final Map<String, Place> byPointer = new HashMap<>();
  private final Map<String, Place> anchors = new HashMap<>();

  public SchemaTree(JsonNode schema) {
    root = new Place("", schema);
    collect(root);
  }

  public Place root() {
    return root;
  }

  /** All schemas in it, each before those in it. */
  public List<Place> all() {
    return List.copyOf(all);
  }

  /**
   * Where a {@code $ref} leads.
   *
   * @throws IllegalArgumentException if it leads out of this schema, or nowhere
   */
  public Place follow(Place from) {
    String ref = from.node().path("$ref").asText();
    Place target = ref.startsWith("#") ? resolve(ref.substring(1)) : null;
    if (target == null) {
      throw new IllegalArgumentException(
          "%s: $ref must lead to a place in this schema, such as #/$defs/name".formatted(from));
    }
    return target;
  }

  private @Nullable Place resolve(String fragment) {
    String plain;
    try {
      plain = URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) { // a broken escape leads nowhere
      return null;
    }
    if (plain.isEmpty()) {
      return root;
    }
    if (!plain.startsWith("/")) {
      return anchors.get(plain);
    }
    return byPointer.get(plain); // of schemas only: what nobody audited is no target
  }

  /** The schemas that speak of the same value as this one, without those it refers to. */
  static List<Place> inPlace(Place schema) {
    List<Place> found = new ArrayList<>();
    for (Iterator<String> names = schema.node().fieldNames(); names.hasNext(); ) {
      String keyword = names.next();
      Place held = schema.at(keyword);
      if (IN_PLACE.contains(keyword)) {
        found.add(held);
      } else if (IN_PLACE_LISTS.contains(keyword)) {
        addItems(held, found);
      } else if (IN_PLACE_MAPS.contains(keyword)) {
        addValues(held, found);
      }
    }
    return found;
  }

  private static List<Place> deeper(Place schema) {
    List<Place> found = new ArrayList<>();
    for (Iterator<String> names = schema.node().fieldNames(); names.hasNext(); ) {
      String keyword = names.next();
      Place held = schema.at(keyword);
      if (DEEPER_LISTS.contains(keyword) && held.node().isArray()) {
        addItems(held, found);
      } else if (DEEPER.contains(keyword)) {
        found.add(held);
      } else if (DEEPER_MAPS.contains(keyword)) {
        addValues(held, found);
      }
    }
    return found;
  }

  private void collect(Place schema) {
    if (!schema.node().isObject() && !schema.node().isBoolean()) {
      return; // not a schema: the audit finds it by the meta-schema
    }
    all.add(schema);
    byPointer.put(schema.pointer(), schema);
    if (schema.node().path("$anchor").isTextual()) {
      anchors.put(schema.node().path("$anchor").asText(), schema);
    }
    inPlace(schema).forEach(this::collect);
    deeper(schema).forEach(this::collect);
  }

  private static void addItems(Place list, List<Place> found) {
    for (int i = 0; i < list.node().size(); i++) {
      found.add(list.at(i));
    }
  }

  private static void addValues(Place map, List<Place> found) {
    for (Iterator<String> names = map.node().fieldNames(); names.hasNext(); ) {
      Place held = map.at(names.next());
      if (!held.node().isArray()) { // draft 7's dependencies may be lists of names
        found.add(held);
      }
    }
  }
}
