package dev.parley.twilio.voice;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads and writes {@code application/x-www-form-urlencoded}. Stateless. */
public final class Form {

  private static final int MOST_FIELDS = 500;

  private Form() {}

  /**
   * The fields, each with its values in their order.
   *
   * @return nothing if it is no such text, or has more than 500 fields
   */
  public static Optional<Map<String, List<String>>> read(String text) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    int count = 0;
    try {
      for (String pair : text.split("&", -1)) {
        if (pair.isEmpty()) {
          continue;
        }
        if (++count > MOST_FIELDS) {
          return Optional.empty();
        }
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        fields.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
      }
    } catch (IllegalArgumentException e) { // a broken %
      return Optional.empty();
    }
    return Optional.of(fields);
  }

  public static String write(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
