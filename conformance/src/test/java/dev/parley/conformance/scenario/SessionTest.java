package dev.parley.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.core.http.WebSocketHandshakeException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.realtime.RealtimeSessionCreateRequest;
import com.openai.models.realtime.clientsecrets.ClientSecretCreateParams;
import com.openai.models.realtime.clientsecrets.ClientSecretCreateResponse;
import dev.parley.conformance.client.Ask;
import dev.parley.conformance.client.Caller;
import dev.parley.conformance.client.Line;
import dev.parley.conformance.client.RawCaller;
import dev.parley.conformance.server.Recital;
import dev.parley.conformance.server.Setup;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions from the key to the end of their time: sections 1, 5 and 3.14. */
class SessionTest {

  private static final String KEY = "sk-conformance-0123456789";
  private static final Recital YES = Recital.say("Yes.");
  private static final Setup OPEN = Setup.reciting(YES);
  private static final Setup LOCKED = Setup.reciting(YES).withKey(KEY);
  private static final Setup BRIEF =
      Setup.reciting(YES).withSessionLength(Duration.ofMillis(1_500));

  @Nested
  class Defaults {

    @RegisterExtension final Line line = Line.to(OPEN);

    @Test
    void created_tellsAllThatIsInForce() {
      JsonNode session = line.call().heard().getFirst().path("session");
      assertThat(session.path("model").asText()).isEqualTo(Line.MODEL);
      assertThat(session.at("/output_modalities/0").asText()).isEqualTo("audio");
      JsonNode vad = session.at("/audio/input/turn_detection");
      assertThat(vad.path("type").asText()).isEqualTo("server_vad");
      assertThat(vad.path("threshold").asDouble()).isEqualTo(0.5);
      assertThat(vad.path("prefix_padding_ms").asInt()).isEqualTo(300);
      assertThat(vad.path("silence_duration_ms").asInt()).isEqualTo(500);
      assertThat(vad.path("create_response").asBoolean()).isTrue();
      assertThat(vad.path("interrupt_response").asBoolean()).isTrue();
      assertThat(session.at("/audio/input/transcription").isNull()).isTrue();
      assertThat(session.at("/audio/output/speed").asDouble()).isEqualTo(1.0);
    }

    @Test
    void update_changesWhatIsThere_andNothingElse() {
      Caller caller = line.call();
      JsonNode before = caller.heard().getFirst().path("session");
      caller.send(
          Ask.session(
              s ->
                  s.instructions("Be kind.")
                      .addTool(Ask.orderStatus())
                      .maxOutputTokens(500)
                      .model(Line.MODEL)));
      JsonNode after = caller.await("session.updated").path("session");
      assertThat(after.path("instructions").asText()).isEqualTo("Be kind.");
      assertThat(after.path("tools")).hasSize(1);
      assertThat(after.path("max_output_tokens").asInt()).isEqualTo(500);
      assertThat(after.path("audio")).isEqualTo(before.path("audio"));
      caller.send(
          "{\"type\": \"session.update\", \"session\": {\"type\": \"realtime\","
              + " \"instructions\": \"\", \"tools\": []}}");
      JsonNode cleared = caller.await("session.updated").path("session");
      assertThat(cleared.path("instructions").asText()).isEmpty();
      assertThat(cleared.path("tools")).isEmpty();
    }

    @Test
    void model_cannotChange() {
      Caller caller = line.call();
      caller.send(Ask.session(s -> s.model("another")));
      assertThat(caller.await("error").at("/error/param").asText()).isEqualTo("session.model");
    }
  }

  @Nested
  class Keys {

    @RegisterExtension final Line line = Line.to(LOCKED);

    @Test
    void rightKey_getsIn_andAWrongOneDoesNot() {
      line.call();
      assertThatThrownBy(() -> line.call("sk-wrong"))
          .satisfies(e -> assertThat(status(e)).isEqualTo(401));
    }

    @Test
    void wrongKey_getsNoSecret() {
      OpenAIClient client = line.rest("sk-wrong");
      assertThatThrownBy(() -> client.realtime().clientSecrets().create())
          .isInstanceOf(UnauthorizedException.class);
    }

    @Test
    void clientSecret_opensASession_withWhatWasBoundToIt() {
      ClientSecretCreateResponse secret =
          line.rest(KEY)
              .realtime()
              .clientSecrets()
              .create(
                  ClientSecretCreateParams.builder()
                      .expiresAfter(
                          ClientSecretCreateParams.ExpiresAfter.builder().seconds(60).build())
                      .session(
                          RealtimeSessionCreateRequest.builder()
                              .model(Line.MODEL)
                              .instructions("Be bound.")
                              .build())
                      .build());
      assertThat(secret.validate().value()).startsWith("ek_");
      Caller caller = line.call(secret.value());
      assertThat(caller.await("session.created").at("/session/instructions").asText())
          .isEqualTo("Be bound.");
      caller.send(Ask.text("Hello"), Ask.respond());
      assertThat(caller.response().path("status").asText()).isEqualTo("completed");
    }

    private int status(Throwable thrown) {
      Throwable cause = thrown;
      while (cause != null && !(cause instanceof WebSocketHandshakeException)) {
        cause = cause.getCause();
      }
      return cause instanceof WebSocketHandshakeException refused ? refused.statusCode() : 0;
    }
  }

  @Nested
  class Expiry {

    @RegisterExtension final Line line = Line.to(BRIEF);

    @Test
    void session_ends_withAnErrorAndClose1001() throws Exception {
      RawCaller caller = line.raw();
      JsonNode error = caller.await("error").path("error");
      assertThat(error.path("code").asText()).isEqualTo("session_expired");
      assertThat(error.path("event_id").isNull()).isTrue();
      assertThat(caller.closeCode()).isEqualTo(1001);
    }
  }
}
