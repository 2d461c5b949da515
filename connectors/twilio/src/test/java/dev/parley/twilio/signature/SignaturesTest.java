package dev.parley.twilio.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {

  private static final Map<String, List<String>> FORM =
      Map.of(
          "CallSid", List.of("CA1234567890ABCDE"),
          "Caller", List.of("+14158675309"),
          "Digits", List.of("1234"),
          "From", List.of("+14158675309"),
          "To", List.of("+18005551212"));

  /** The example of Twilio's documentation and of all its libraries. */
  private static final String EXAMPLE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

  private static Signatures at(String base) {
    return new Signatures(PublicBase.parse(base), AuthTokens.of("12345"));
  }

  @Test
  void exampleOfTheDocumentation_isRight() {
    assertThat(Signatures.sign("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", FORM))
        .isEqualTo(EXAMPLE);
    assertThat(
            at("https://mycompany.com")
                .ofRequest(Optional.of(EXAMPLE), "/myapp.php?foo=1&bar=2", FORM))
        .isTrue();
  }

  @Test
  void anyOtherField_addressOrToken_isWrong() {
    Optional<String> given = Optional.of(EXAMPLE);
    String target = "/myapp.php?foo=1&bar=2";
    assertThat(at("https://mycompany.com").ofRequest(given, target, Map.of())).isFalse();
    assertThat(at("https://mycompany.com").ofRequest(given, "/myapp.php", FORM)).isFalse();
    assertThat(at("http://mycompany.com").ofRequest(given, target, FORM)).isFalse();
    assertThat(at("https://my.company.com").ofRequest(given, target, FORM)).isFalse();
    assertThat(at("https://mycompany.com").ofRequest(Optional.empty(), target, FORM)).isFalse();
    assertThat(
            new Signatures(PublicBase.parse("https://mycompany.com"), AuthTokens.of("54321"))
                .ofRequest(given, target, FORM))
        .isFalse();
  }

  @Test
  void fieldThatComesTwice_countsEachValueOnce_inOrder() {
    assertThat(Signatures.sign("t", "https://x/y", Map.of("a", List.of("2", "1", "2"))))
        .isEqualTo(Signatures.sign("t", "https://x/ya1a2", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wss://voice.example.com/p/twilio/media",
        "wss://voice.example.com:443/p/twilio/media",
        "wss://voice.example.com/p/twilio/media/"
      })
  void socket_isSignedByItsOwnScheme_withAPortOrWithout(String signed) {
    String signature = Signatures.sign("12345", signed, Map.of());
    assertThat(at("https://voice.example.com/p").ofSocket(Optional.of(signature), "/twilio/media"))
        .isTrue();
  }

  @Test
  void previousToken_isGood_andNoTokenIsTold() {
    AuthTokens tokens = AuthTokens.of("the-new-one").withPrevious("12345");
    assertThat(
            new Signatures(PublicBase.parse("https://mycompany.com"), tokens)
                .ofRequest(Optional.of(EXAMPLE), "/myapp.php?foo=1&bar=2", FORM))
        .isTrue();
    assertThat(tokens).hasToString("AuthTokens[2 tokens]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"voice.example.com", "ftp://x", "https://x?y=1", "https://u:p@x", "https://", " "})
  void publicBase_thatIsNone_isRefused(String text) {
    assertThatThrownBy(() -> PublicBase.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://voice.example.com");
  }

  @Test
  void publicBase_makesAddresses() {
    PublicBase base = PublicBase.parse("HTTPS://Voice.Example.com:8443/parley/");
    assertThat(base.http("/twilio/voice?a=b"))
        .isEqualTo("https://voice.example.com:8443/parley/twilio/voice?a=b");
    assertThat(base.ws("/twilio/media"))
        .isEqualTo("wss://voice.example.com:8443/parley/twilio/media");
  }
}
