package dev.parley.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TwimlTest {

  /** Letters that XML 1.0 can hold. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars('<', '>', '&', '"', '\'', 'a', ' ', '\n', '\t', '\r', 'ü', '€')
        .ofMaxLength(40);
  }

  @Property
  void anyText_staysAText(@ForAll("texts") String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("name", text);
    List<Verb> verbs =
        List.of(
            new Verb.Say(text),
            new Verb.Connect("wss://x/y", "https://x/z?a=1&b=2", parameters),
            new Verb.Redirect("https://x/?" + text),
            new Verb.Dial("+15005550006", Optional.of("+15005550007"), Duration.ofSeconds(20)),
            new Verb.Hangup());
    assertThat(TwimlReader.read(Twiml.write(verbs))).isEqualTo(verbs);
  }

  @Test
  void connect_isWrittenAsTwilioWantsIt() {
    assertThat(
            Twiml.write(
                List.of(
                    new Verb.Connect(
                        "wss://h/twilio/media", "https://h/next?a=1&b=2", Map.of("k", "<\"v\">")))))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Response><Connect action="https://h/next?a=1&amp;b=2" method="POST">\
            <Stream url="wss://h/twilio/media"><Parameter name="k" value="&lt;&quot;v&quot;&gt;"/>\
            </Stream></Connect></Response>
            """);
  }

  @Test
  void lettersThatXmlCannotHold_areLeftOut() {
    assertThat(Twiml.write(List.of(new Verb.Say("a\u0000b\u001bc\ud800d"))))
        .contains("<Say>abcd</Say>");
  }

  @Test
  void documentWithEntitiesOfItsOwn_isRefused() {
    assertThatThrownBy(
            () ->
                TwimlReader.read(
                    "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
                        + "<Response><Say>&a;</Say></Response>"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TwimlReader.read("busy")).hasMessageContaining("must be TwiML");
  }
}
