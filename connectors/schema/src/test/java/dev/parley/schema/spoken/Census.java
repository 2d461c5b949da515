package dev.parley.schema.spoken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tools for tests: the census file, and a fixed day, Wednesday 20 May 2026, ten in the morning. */
final class Census {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-20T10:00:00Z"), ZoneOffset.UTC);

  private Census() {}

  static List<ToolShape> shapes() {
    try (InputStream in = Objects.requireNonNull(Census.class.getResourceAsStream("census.json"))) {
      List<ToolShape> shapes = new ArrayList<>();
      for (JsonNode tool : new ObjectMapper().readTree(in)) {
        shapes.add(
            new ToolShape(
                tool.path("name").asText(),
                tool.path("description").asText(),
                tool.path("parameters").toString()));
      }
      return shapes;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static SpokenTools tools() {
    return SpokenTools.compile(shapes(), CLOCK, word -> List.of());
  }

  /** One tool with one argument. */
  static SpokenTools tool(String name, String argument, String schema) {
    String parameters =
        "{\"type\":\"object\",\"properties\":{\"%s\":%s},\"required\":[\"%s\"]}"
            .formatted(argument, schema.replace('\'', '"'), argument);
    return SpokenTools.compile(
        List.of(new ToolShape(name, "", parameters)), CLOCK, word -> List.of());
  }
}
