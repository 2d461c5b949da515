package dev.parley.schema.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Arrays;

/** The editions of JSON Schema that are read. */
enum Dialect {
  V2020_12("https://json-schema.org/draft/2020-12/schema", VersionFlag.V202012),
  V2019_09("https://json-schema.org/draft/2019-09/schema", VersionFlag.V201909),
  DRAFT_7("http://json-schema.org/draft-07/schema", VersionFlag.V7),
  DRAFT_6("http://json-schema.org/draft-06/schema", VersionFlag.V6);

  final String iri;
  final VersionFlag version;

  Dialect(String iri, VersionFlag version) {
    this.iri = iri;
    this.version = version;
  }

  /**
   * By {@code $schema}; the newest where it says nothing.
   *
   * @throws IllegalArgumentException if it names another, which would have to be fetched
   */
  static Dialect of(JsonNode schema) {
    JsonNode named = schema.path("$schema");
    if (named.isMissingNode()) {
      return V2020_12;
    }
    String bare = named.asText().replaceFirst("#$", "").replaceFirst("^https?:", "");
    return Arrays.stream(values())
        .filter(dialect -> dialect.iri.endsWith(bare) && !bare.isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the schema: $schema must name draft 6, 7, 2019-09 or 2020-12"));
  }

  /** What its keywords mean. */
  JsonMetaSchema keywords() {
    return switch (this) {
      case V2020_12 -> JsonMetaSchema.getV202012();
      case V2019_09 -> JsonMetaSchema.getV201909();
      case DRAFT_7 -> JsonMetaSchema.getV7();
      case DRAFT_6 -> JsonMetaSchema.getV6();
    };
  }
}
