package dev.parley.twilio.voice;

import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the TwiML that {@link Twiml} writes, for a far end that is played. Knows no DTDs and no
 * entities of a document's own. Stateless.
 */
public final class TwimlReader {

  private static final Duration RINGS = Duration.ofSeconds(30);

  private TwimlReader() {}

  /**
   * The verbs of an answer.
   *
   * @throws IllegalArgumentException in one sentence, if it is no TwiML or has other verbs
   */
  public static List<Verb> read(String xml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      reader.nextTag();
      reader.require(XMLStreamConstants.START_ELEMENT, null, "Response");
      List<Verb> verbs = new ArrayList<>();
      while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
        verbs.add(verb(reader));
      }
      return verbs;
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException(
          "the answer must be TwiML: check the webhook's address", e);
    }
  }

  private static Verb verb(XMLStreamReader reader) throws XMLStreamException {
    return switch (reader.getLocalName()) {
      case "Say" -> new Verb.Say(reader.getElementText());
      case "Hangup" -> {
        reader.nextTag();
        yield new Verb.Hangup();
      }
      case "Redirect" -> new Verb.Redirect(reader.getElementText());
      case "Dial" -> {
        Optional<String> callerId = Optional.ofNullable(attribute(reader, "callerId"));
        Duration patience =
            Optional.ofNullable(attribute(reader, "timeout"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(RINGS);
        yield new Verb.Dial(reader.getElementText(), callerId, patience);
      }
      case "Connect" -> connect(reader);
      default ->
          throw new IllegalArgumentException(
              "the far end knows Say, Hangup, Redirect, Dial and Connect only");
    };
  }

  private static Verb connect(XMLStreamReader reader) throws XMLStreamException {
    String action = text(attribute(reader, "action"));
    reader.nextTag();
    reader.require(XMLStreamConstants.START_ELEMENT, null, "Stream");
    String url = text(attribute(reader, "url"));
    Map<String, String> parameters = new LinkedHashMap<>();
    while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
      parameters.put(text(attribute(reader, "name")), text(attribute(reader, "value")));
      reader.nextTag(); // the end of the parameter
    }
    reader.nextTag(); // the end of the verb
    return new Verb.Connect(url, action, parameters);
  }

  private static @Nullable String attribute(XMLStreamReader reader, String name) {
    return reader.getAttributeValue(null, name);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
