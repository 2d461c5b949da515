package dev.parley.twilio.voice;

import java.util.List;

/** Writes TwiML. Stateless. */
public final class Twiml {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private Twiml() {}

  /** A whole answer. */
  public static String write(List<Verb> verbs) {
    StringBuilder xml = new StringBuilder(HEAD).append("<Response>");
    verbs.forEach(verb -> append(xml, verb));
    return xml.append("</Response>\n").toString();
  }

  private static void append(StringBuilder xml, Verb verb) {
    switch (verb) {
      case Verb.Say say -> xml.append("<Say>").append(escaped(say.text())).append("</Say>");
      case Verb.Hangup hangup -> xml.append("<Hangup/>");
      case Verb.Redirect redirect ->
          xml.append("<Redirect method=\"POST\">")
              .append(escaped(redirect.url()))
              .append("</Redirect>");
      case Verb.Dial dial -> {
        xml.append("<Dial");
        attribute(xml, "timeout", Long.toString(dial.patience().toSeconds()));
        dial.callerId().ifPresent(id -> attribute(xml, "callerId", id));
        xml.append('>').append(escaped(dial.number())).append("</Dial>");
      }
      case Verb.Connect connect -> {
        xml.append("<Connect");
        attribute(xml, "action", connect.action());
        attribute(xml, "method", "POST");
        xml.append("><Stream");
        attribute(xml, "url", connect.url());
        xml.append('>');
        connect
            .parameters()
            .forEach(
                (name, value) -> {
                  xml.append("<Parameter");
                  attribute(xml, "name", name);
                  attribute(xml, "value", value);
                  xml.append("/>");
                });
        xml.append("</Stream></Connect>");
      }
    }
  }

  private static void attribute(StringBuilder xml, String name, String value) {
    xml.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }

  /** As XML 1.0 has it; characters that it cannot hold at all are left out. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&apos;");
                case '\t', '\n', '\r' -> safe.append("&#").append(c).append(';');
                default -> {
                  boolean holds =
                      c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
                  if (holds) {
                    safe.appendCodePoint(c);
                  }
                }
              }
            });
    return safe.toString();
  }
}
