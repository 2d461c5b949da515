package dev.parley.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FormTest {

  @Test
  void fields_areDecoded_andMayComeTwice() {
    assertThat(Form.read("From=%2B1500&To=a+b&To=c&Empty=&Bare"))
        .contains(
            Map.of(
                "From", List.of("+1500"),
                "To", List.of("a b", "c"),
                "Empty", List.of(""),
                "Bare", List.of("")));
  }

  @Test
  void brokenOrEndlessForms_areRefused() {
    assertThat(Form.read("a=%zz")).isEmpty();
    assertThat(Form.read("a=1&".repeat(501))).isEmpty();
  }

  @Property
  void anyText_neverCrashes(@ForAll String text) {
    assertThat(Form.read(text)).isNotNull();
  }

  @Test
  void whatIsWritten_isRead() {
    assertThat(Form.read(Form.write(Map.of("a b", "+ü&=%"))))
        .contains(Map.of("a b", List.of("+ü&=%")));
  }
}
