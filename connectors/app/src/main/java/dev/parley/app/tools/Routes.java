package dev.parley.app.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.tool.ToolBox;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Ways between the places of a small town that does not exist. Immutable. */
final class Routes {

  /** Streets are longer than the crow's way, by what is usual in towns. */
  private static final double DETOUR = 1.3;

  private static final double KM_PER_HOUR = 36;

  /** Parking, and finding the door. */
  private static final double MINUTES_TO_ARRIVE = 2;

  private static final Map<String, Place> PLACES = places();

  private static final LocalTool ROUTE =
      new LocalTool(
          "route",
          "Find the way from one place to another.",
          """
          {"type":"object","required":["from","to"],"additionalProperties":false,
           "x-phrases":["how do i get from {from} to {to}","how far is it from {from} to {to}",
             "find the way from {from} to {to}","from {from} to {to}"],
           "properties":{"from":%s,"to":%s}}
          """
              .formatted(place("starting point"), place("destination")));

  /**
   * A place on the map.
   *
   * @param east of the market, in kilometres
   * @param north of it
   */
  private record Place(String name, double east, double north) {}

  private Routes() {}

  private static Map<String, Place> places() {
    Map<String, Place> places = new LinkedHashMap<>();
    add(places, "market", 0, 0);
    add(places, "station", 0.9, -0.6);
    add(places, "harbor", 3.1, 1.2);
    add(places, "castle", -1.4, 2.2);
    add(places, "airport", 6.5, -8.4);
    add(places, "hospital", -2.7, -1.1);
    add(places, "university", -0.8, 3.9);
    add(places, "lighthouse", 7.2, 4.8);
    add(places, "garden", 1.7, 2.6);
    add(places, "museum", 0.4, 0.7);
    return places;
  }

  private static void add(Map<String, Place> places, String name, double east, double north) {
    places.put(name, new Place(name, east, north));
  }

  /** Any text will do, so that an unknown place gets an answer of its own. */
  private static String place(String title) {
    String names =
        PLACES.keySet().stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
    return """
    {"anyOf":[{"title":"%s","enum":[%s]},{"type":"string","maxLength":80}]}\
    """
        .formatted(title, names);
  }

  static ToolBox into(ToolBox box) {
    return ROUTE.into(box, Routes::route);
  }

  private static JsonNode route(JsonNode arguments) {
    String from = arguments.path("from").asText();
    String to = arguments.path("to").asText();
    Optional<Place> start = find(from);
    Optional<Place> end = find(to);
    if (start.isEmpty() || end.isEmpty()) {
      return Answers.error(
          "there is no place called %s, only %s"
              .formatted(start.isEmpty() ? from : to, String.join(", ", PLACES.keySet())));
    }
    if (start.equals(end)) {
      return Answers.error("both are the same place");
    }
    double km =
        DETOUR
            * Math.hypot(
                end.get().east() - start.get().east(), end.get().north() - start.get().north());
    return Answers.object()
        .put("from", start.get().name())
        .put("to", end.get().name())
        .put("distance_km", Math.round(km * 10) / 10.0)
        .put("minutes", Math.round(km / KM_PER_HOUR * 60 + MINUTES_TO_ARRIVE));
  }

  private static Optional<Place> find(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT).replaceFirst("^the\\s+", "");
    return Optional.ofNullable(PLACES.get(plain));
  }
}
