package dev.parley.schema.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Refuses what is not a schema, or one that would leave its own text: nothing is ever fetched, and
 * nothing runs without an end.
 */
final class SchemaAudit {

  /** What points elsewhere when a schema is read, and not by its text. */
  private static final List<String> DYNAMIC =
      List.of("$dynamicRef", "$recursiveRef", "$dynamicAnchor", "$recursiveAnchor", "$vocabulary");

  private SchemaAudit() {}

  /**
   * @throws IllegalArgumentException in one sentence that begins with the place
   */
  static void refuseUnsound(SchemaTree tree, Dialect dialect) {
    Set<ValidationMessage> problems = metaSchema(dialect).validate(tree.root().node());
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(Problems.ofSchema(problems.iterator().next()));
    }
    tree.all().forEach(schema -> refuseUnsound(tree, schema));
    new Loops(tree).refuse();
  }

  private static void refuseUnsound(SchemaTree tree, Place schema) {
    JsonNode node = schema.node();
    for (String keyword : DYNAMIC) {
      if (node.has(keyword)) {
        throw new IllegalArgumentException(
            "%s: %s is not supported, use $ref and $defs".formatted(schema, keyword));
      }
    }
    if (!schema.pointer().isEmpty() && (node.has("$id") || node.has("$schema"))) {
      throw new IllegalArgumentException(
          "%s: $id and $schema may stand at the beginning only".formatted(schema));
    }
    if (node.has("$ref")) {
      tree.follow(schema);
    }
    if (node.has("pattern")) {
      refuseBroken(schema, node.path("pattern").asText());
    }
    for (Iterator<String> names = node.path("patternProperties").fieldNames(); names.hasNext(); ) {
      refuseBroken(schema, names.next());
    }
  }

  private static void refuseBroken(Place schema, String pattern) {
    try {
      BoundedPattern.of(pattern);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s: a pattern %s".formatted(schema, e.getMessage()), e);
    }
  }

  /** Read from the library's own jar: this factory is never given a schema of anybody else's. */
  private static JsonSchema metaSchema(Dialect dialect) {
    return MetaSchemas.FACTORY.getSchema(
        SchemaLocation.of(dialect.iri.startsWith("http:") ? dialect.iri + "#" : dialect.iri),
        MetaSchemas.CONFIG);
  }

  private static final class MetaSchemas {
    private static final JsonSchemaFactory FACTORY =
        JsonSchemaFactory.getInstance(Dialect.V2020_12.version);
    private static final SchemaValidatorsConfig CONFIG =
        SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
  }
}
