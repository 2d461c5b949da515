package dev.parley.benchmarks.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Reads one line of a manifest; fields that are not used here are passed over. */
final class ManifestLine {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ManifestLine() {}

  /**
   * Reads a line.
   *
   * @throws JsonProcessingException if it is not JSON
   * @throws IllegalArgumentException in one sentence that names the field, if it lacks something
   */
  static Recording read(String line) throws JsonProcessingException {
    JsonNode node = JSON.readTree(line);
    if (!node.isObject()) {
      throw new IllegalArgumentException("a line is a JSON object, got " + node.getNodeType());
    }
    JsonNode snr = node.path("snr_db");
    return new Recording(
        required(node, "id"),
        required(node, "file"),
        required(node, "kind"),
        node.path("speaker").asText(""),
        node.path("label").asText(""),
        node.path("language").asText(""),
        transcript(node),
        node.path("seconds").asDouble(0),
        snr.isNumber() ? OptionalDouble.of(snr.asDouble()) : OptionalDouble.empty(),
        speech(node),
        turns(node.path("turns")));
  }

  private static String transcript(JsonNode node) {
    boolean aGuide = node.path("transcript_kind").asText("").equals("approximate");
    return aGuide ? "" : node.path("transcript").asText("");
  }

  private static String required(JsonNode node, String field) {
    String value = node.path(field).asText("");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("\"" + field + "\" is missing");
    }
    return value;
  }

  private static Map<Integer, List<Region>> speech(JsonNode node) {
    Map<Integer, List<Region>> speech = new TreeMap<>();
    JsonNode byChannel = node.path("speech_by_channel");
    if (byChannel.isObject()) {
      byChannel
          .properties()
          .forEach(each -> speech.put(channel(each.getKey()), regions(each.getValue())));
    } else if (byChannel.isArray()) {
      byChannel.forEach(each -> speech.put(speech.size(), regions(each)));
    } else if (node.path("speech").isArray()) {
      speech.put(0, regions(node.path("speech")));
    }
    return speech;
  }

  private static int channel(String key) {
    try {
      return Integer.parseInt(key);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"speech_by_channel\" is keyed by channel numbers, got \"" + key + "\"", e);
    }
  }

  private static List<Region> regions(JsonNode list) {
    List<Region> regions = new ArrayList<>();
    for (JsonNode pair : list) {
      if (pair.size() != 2 || !pair.path(0).isNumber() || !pair.path(1).isNumber()) {
        throw new IllegalArgumentException(
            "\"speech\" is a list of [start, end] in seconds, got " + pair);
      }
      regions.add(new Region(pair.get(0).asDouble(), pair.get(1).asDouble()));
    }
    return Region.joined(regions);
  }

  private static List<Turn> turns(JsonNode list) {
    List<Turn> turns = new ArrayList<>();
    for (JsonNode turn : list) {
      JsonNode start = turn.path("start");
      JsonNode end = turn.path("end");
      if (turn.path("channel").isInt() && start.isNumber() && end.asDouble() > start.asDouble()) {
        turns.add(
            new Turn(
                turn.get("channel").asInt(),
                new Region(start.asDouble(), end.asDouble()),
                turn.path("type").asText("").equals("barge-in")));
      }
    }
    return turns;
  }
}
