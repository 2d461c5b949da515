package dev.parley.sockets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The target of a request, taken apart.
 *
 * @param path undecoded
 * @param parameters decoded; {@code +} is a space, as forms have it
 */
record Query(String path, Map<String, List<String>> parameters) {

  static Query parse(String target) throws BadHead {
    if (!target.startsWith("/") || target.indexOf('#') >= 0) {
      throw new BadHead(400, "The request's target has to begin with / and may have no fragment.");
    }
    int mark = target.indexOf('?');
    if (mark < 0) {
      return new Query(target, Map.of());
    }
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : target.substring(mark + 1).split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        parameters.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
      }
    }
    parameters.replaceAll((name, values) -> List.copyOf(values));
    return new Query(target.substring(0, mark), Collections.unmodifiableMap(parameters));
  }

  private static String decode(String text) throws BadHead {
    byte[] bytes = new byte[text.length()];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%') {
        bytes[count++] = (byte) (c == '+' ? ' ' : c);
        continue;
      }
      int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (low < 0) {
        throw new BadHead(400, "The query has a % without two hexadecimal digits behind it.");
      }
      bytes[count++] = (byte) (high << 4 | low);
      i += 2;
    }
    Utf8Check utf8 = new Utf8Check();
    if (!utf8.accepts(bytes, 0, count) || !utf8.isComplete()) {
      throw new BadHead(400, "The query is not UTF-8.");
    }
    return new String(bytes, 0, count, StandardCharsets.UTF_8);
  }
}
