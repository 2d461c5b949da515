package dev.parley.schema.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.AbstractJsonValidator;
import com.networknt.schema.AbstractKeyword;
import com.networknt.schema.CollectorContext;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonValidator;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.ValidationContext;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/**
 * Ends a check that takes too many steps. A schema that is tried in two ways on each level of a
 * document doubles the work with each level, and neither of both need be long.
 *
 * <p>A keyword of our own is put into every schema, and counts each time the schema is applied.
 */
final class Budget extends AbstractKeyword {

  private static final String NAME = "x-parley-step";

  Budget() {
    super(NAME);
  }

  /** Thrown when a check is ended. */
  static final class Spent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Spent() {
      super("too many steps", null, false, false);
    }
  }

  /** Puts the keyword into each schema of a tree, which is changed. */
  static void plant(SchemaTree tree) {
    for (Place place : tree.all()) {
      if (place.node() instanceof ObjectNode node) {
        node.put(NAME, true);
      }
    }
  }

  /** Allows a check these steps. */
  static void grant(ExecutionContext check, Steps steps) {
    check.getCollectorContext().add(NAME, steps);
  }

  @Override
  public JsonValidator newValidator(
      SchemaLocation location,
      JsonNodePath path,
      JsonNode node,
      JsonSchema schema,
      ValidationContext context) {
    return new Step(location, path, this, node);
  }

  private static final class Step extends AbstractJsonValidator {

    Step(SchemaLocation location, JsonNodePath path, Budget keyword, JsonNode node) {
      super(location, path, keyword, node);
    }

    @Override
    public Set<ValidationMessage> validate(
        ExecutionContext check, JsonNode node, JsonNode root, JsonNodePath place) {
      CollectorContext collected = check.getCollectorContext();
      if (collected.get(NAME) instanceof Steps steps && !steps.take()) {
        throw new Spent();
      }
      return Set.of();
    }
  }
}
