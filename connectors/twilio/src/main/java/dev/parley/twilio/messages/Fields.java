package dev.parley.twilio.messages;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The fields of a JSON object, with the path that errors call it by. Texts, numbers and truth
 * values are texts; arrays and nulls are left out.
 *
 * @param values texts and maps like this one
 */
record Fields(String path, Map<String, Object> values) {

  private static final Pattern SID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");
  private static final int MOST_PARAMETERS = 64;

  String text(String name) {
    if (values.get(name) instanceof String text) {
      return text;
    }
    throw new BadMessage("the field \"" + path + name + "\" must be a text");
  }

  String text(String name, int most) {
    String text = text(name);
    if (text.length() > most) {
      throw new BadMessage(
          "the field \"%s%s\" must have at most %d letters".formatted(path, name, most));
    }
    return text;
  }

  /** An id of Twilio's. */
  String sid(String name) {
    String sid = text(name);
    if (!SID.matcher(sid).matches()) {
      throw new BadMessage(
          "the field \"" + path + name + "\" must be 1 to 64 letters, digits, _ or -");
    }
    return sid;
  }

  /** A number that is not negative; Twilio writes them as texts. */
  long number(String name) {
    String text = text(name);
    if (!NUMBER.matcher(text).matches()) {
      throw new BadMessage("the field \"" + path + name + "\" must be a number of 1 to 12 digits");
    }
    return Long.parseLong(text);
  }

  byte[] base64(String name) {
    try {
      return Base64.getDecoder().decode(text(name));
    } catch (IllegalArgumentException e) {
      throw new BadMessage("the field \"" + path + name + "\" must be base64");
    }
  }

  Fields object(String name) {
    if (values.get(name) instanceof Map<?, ?> map) {
      Map<String, Object> fields = new LinkedHashMap<>();
      map.forEach((key, value) -> fields.put(String.valueOf(key), value));
      return new Fields(path + name + ".", fields);
    }
    throw new BadMessage("the field \"" + path + name + "\" must be an object");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** All texts of this object. */
  Map<String, String> texts() {
    if (values.size() > MOST_PARAMETERS) {
      throw new BadMessage("\"%s\" must have at most %d fields".formatted(path, MOST_PARAMETERS));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (value instanceof String text) {
            texts.put(name, text);
          }
        });
    return texts;
  }
}
