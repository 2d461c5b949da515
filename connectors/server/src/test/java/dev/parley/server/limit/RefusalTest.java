package dev.parley.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

  @Test
  void body_hasTheShapeOfTheirErrors() {
    assertThat(Refusal.unauthorized("invalid_api_key", "No.").json())
        .isEqualTo(
            "{\"error\":{\"message\":\"No.\",\"type\":\"invalid_request_error\",\"param\":null,"
                + "\"code\":\"invalid_api_key\"}}");
    assertThat(Refusal.badRequest("c", "a.b", "No.").json()).contains("\"param\":\"a.b\"");
  }

  @Property
  void anyMessage_comesBackFromTheBody(@ForAll String message) throws JsonProcessingException {
    JsonNode body = new ObjectMapper().readTree(Refusal.forbidden("c", message).json());
    assertThat(body.at("/error/message").asText()).isEqualTo(message);
  }

  @Test
  void unauthorized_challenges() {
    assertThat(Refusal.unauthorized("c", "m").headers())
        .containsEntry("WWW-Authenticate", "Bearer")
        .containsEntry("Content-Type", "application/json")
        .doesNotContainKey("Retry-After");
    assertThat(Refusal.forbidden("c", "m").headers()).doesNotContainKey("WWW-Authenticate");
  }

  @ParameterizedTest
  @CsvSource({"PT0S,1", "PT0.001S,1", "PT1S,1", "PT1.000000001S,2", "PT59.5S,60", "PT60S,60"})
  void retryAfter_isWholeSeconds_neverTooEarly(Duration wait, String seconds) {
    assertThat(Refusal.tooMany("m", wait).headers()).containsEntry("Retry-After", seconds);
  }

  @Test
  void answerThatIsNoRefusal_isRefused() {
    assertThatThrownBy(() -> new Refusal(200, "t", "c", Optional.empty(), "m", Optional.empty()))
        .hasMessageContaining("status");
    assertThatThrownBy(() -> Refusal.tooMany("m", Duration.ofSeconds(-1)))
        .hasMessageContaining("retryAfter");
  }
}
