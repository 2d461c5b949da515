package dev.parley.sockets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The head of an HTTP/1.1 message: the first line and the headers (RFC 9112), read strictly.
 *
 * @param start the three words of the first line; the third may hold spaces
 * @param headers by name in lower case
 * @param count of header lines
 */
record HttpHead(List<String> start, Map<String, List<String>> headers, int count) {

  private static final String NAME_MARKS = "!#$%&'*+-.^_`|~";

  /**
   * @param text up to and without the empty line at the end, in ISO 8859-1
   */
  static HttpHead parse(String text) throws BadHead {
    String[] lines = text.split("\r\n", -1);
    String[] words = lines[0].split(" ", 3);
    if (words.length < 3 || words[0].isEmpty() || words[1].isEmpty()) {
      throw new BadHead(400, "The first line is not HTTP.");
    }
    checkText(lines[0]);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new BadHead(400, "A header line has no name.");
      }
      String name = line.substring(0, colon);
      checkName(name);
      String value = line.substring(colon + 1).strip();
      checkText(value);
      headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>(1)).add(value);
    }
    headers.replaceAll((name, values) -> List.copyOf(values));
    return new HttpHead(List.of(words), Collections.unmodifiableMap(headers), lines.length - 1);
  }

  /** All values of a header that is a list, in order, over all its lines. */
  List<String> list(String name) {
    List<String> found = new ArrayList<>();
    for (String line : headers.getOrDefault(name, List.of())) {
      for (String part : line.split(",", -1)) {
        if (!part.isBlank()) {
          found.add(part.strip());
        }
      }
    }
    return found;
  }

  /** Whether a list has a word, in whatever case. */
  boolean lists(String name, String word) {
    return list(name).stream().anyMatch(word::equalsIgnoreCase);
  }

  private static void checkName(String name) throws BadHead {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!isWord && NAME_MARKS.indexOf(c) < 0) {
        throw new BadHead(400, "A header's name has a character that it may not have.");
      }
    }
  }

  private static void checkText(String text) throws BadHead {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7F) {
        throw new BadHead(400, "The head has a control character.");
      }
    }
  }
}
