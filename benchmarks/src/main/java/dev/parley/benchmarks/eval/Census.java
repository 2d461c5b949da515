package dev.parley.benchmarks.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.schema.spoken.SpokenTools;
import dev.parley.schema.spoken.ToolShape;
import dev.parley.schema.spoken.Understanding;
import dev.parley.speech.asr.sphinx4.Pronouncer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The tools of the evaluation: a form that is filled by voice, with names, numbers, codes, amounts,
 * dates and commands. They are the same for every recording.
 */
final class Census {

  private static final String FILE = "census.json";

  /** Dates without a year are seen from here, so that results do not change with the calendar. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-06-01T12:00:00Z"), ZoneOffset.UTC);

  private Census() {}

  static Understanding tools() {
    return SpokenTools.compile(shapes(), CLOCK, new Pronouncer());
  }

  static List<ToolShape> shapes() {
    try (InputStream in = Objects.requireNonNull(Census.class.getResourceAsStream(FILE), FILE)) {
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
      throw new UncheckedIOException(e);
    }
  }
}
