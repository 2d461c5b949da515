package dev.parley.schema.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A schema that has been read, audited and made ready: checks any number of documents.
 *
 * <p>Formats are asserted, not only noted. Immutable, safe for any thread.
 */
public final class CompiledSchema {

  private static final int MOST_PROBLEMS = 10;
  private static final int LEAST_STEPS = 20_000;
  private static final int STEPS_PER_CHARACTER = 4;

  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .formatAssertionsEnabled(true)
          .regularExpressionFactory(BoundedPattern::of)
          .cacheRefs(false) // what is kept would grow with what documents make of a recursion
          .locale(Locale.ROOT)
          .build();

  private final SchemaTree tree;
  private final JsonSchema schema;

  private CompiledSchema(SchemaTree tree, JsonSchema schema) {
    this.tree = tree;
    this.schema = schema;
  }

  /**
   * @param json the schema's text
   * @param longest the most characters that it may have
   * @throws IllegalArgumentException in one sentence, if it is not a schema or leads out of itself
   */
  public static CompiledSchema of(String json, int longest) {
    JsonNode root = schemaNode(json, longest);
    Dialect dialect = Dialect.of(root);
    SchemaTree tree = new SchemaTree(root);
    SchemaAudit.refuseUnsound(tree, dialect);
    JsonNode working = root.deepCopy();
    Budget.plant(new SchemaTree(working));
    if (working instanceof ObjectNode object) {
      object.remove(List.of("$id", "$schema"));
    }
    return new CompiledSchema(tree, factory(dialect).getSchema(working, CONFIG));
  }

  private static JsonNode schemaNode(String json, int longest) {
    JsonNode root;
    try {
      root = JsonText.read(json, longest);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the schema " + e.getMessage(), e);
    }
    if (!root.isObject()) {
      throw new IllegalArgumentException("the schema must be a JSON object");
    }
    return root;
  }

  private static JsonSchemaFactory factory(Dialect dialect) {
    JsonMetaSchema meta =
        JsonMetaSchema.builder(dialect.keywords())
            .keyword(new Budget())
            // which the library would name in the log, and they are the client's
            .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
            .build();
    return JsonSchemaFactory.builder()
        .defaultMetaSchemaIri(meta.getIri())
        .metaSchema(meta)
        .schemaLoaders(
            loaders ->
                loaders.values(
                    all -> {
                      all.clear();
                      all.add(DisallowSchemaLoader.getInstance());
                    }))
        .build();
  }

  /** The schema's structure, for whoever makes something of it. */
  public SchemaTree tree() {
    return tree;
  }

  /**
   * What is wrong with a document: short sentences that name the place and never the value.
   *
   * @param json the document's text
   * @param longest the most characters that it may have
   * @return empty if it is valid
   */
  public List<String> problems(String json, int longest) {
    JsonNode document;
    try {
      document = JsonText.read(json, longest);
    } catch (IllegalArgumentException e) {
      return List.of("the value " + e.getMessage());
    }
    try {
      return check(schema, document, steps(json.length())).stream()
          .map(Problems::ofDocument)
          .distinct()
          .limit(MOST_PROBLEMS)
          .toList();
    } catch (Budget.Spent e) {
      return List.of("the value takes too long to check against this schema");
    }
  }

  /**
   * Whether a value is valid by one of the schemas in this one.
   *
   * @param steps what the check may cost; without enough of them nothing is accepted
   */
  public boolean accepts(Place place, JsonNode value, Steps steps) {
    try {
      return check(at(place), value, steps).isEmpty();
    } catch (Budget.Spent e) {
      return false;
    }
  }

  private JsonSchema at(Place place) {
    JsonNodePath path = new JsonNodePath(PathType.JSON_POINTER);
    if (place.pointer().isEmpty()) {
      return schema;
    }
    JsonNode above = tree.root().node();
    for (String step : place.pointer().substring(1).split("/", -1)) {
      String name = step.replace("~1", "/").replace("~0", "~");
      path = above.isArray() ? path.append(Integer.parseInt(name)) : path.append(name);
      above = above.isArray() ? above.path(Integer.parseInt(name)) : above.path(name);
    }
    return schema.getSubSchema(path);
  }

  private static Set<ValidationMessage> check(JsonSchema schema, JsonNode document, Steps steps) {
    return schema.validate(document, OutputFormat.DEFAULT, context -> Budget.grant(context, steps));
  }

  private static Steps steps(int length) {
    return new Steps(LEAST_STEPS + STEPS_PER_CHARACTER * length);
  }
}
