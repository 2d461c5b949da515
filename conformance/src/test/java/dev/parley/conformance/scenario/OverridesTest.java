package dev.parley.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conformance.client.Ask;
import dev.parley.conformance.client.Caller;
import dev.parley.conformance.client.Line;
import dev.parley.conformance.server.Piece;
import dev.parley.conformance.server.Recital;
import dev.parley.conformance.server.Setup;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one response does in another way than the session, and how replies end badly. */
class OverridesTest {

  private static final Setup SETUP = Setup.reciting(Recital.say("One two three four five."));
  private static final Setup SCRIPTED = Setup.scripted("think=10ms,reply=3s");
  private static final Setup FAILING =
      Setup.reciting(Recital.of(new Piece.Fail()), Recital.say("Better now."));

  @Nested
  class OneResponse {

    @RegisterExtension final Line line = Line.to(SETUP);

    @Test
    void format_ofOneResponse_isItsOwn() {
      Caller caller = line.call();
      caller.send(Ask.text("Count"));
      caller.send(
          """
          {"type": "response.create", "response": {
            "audio": {"output": {"format": {"type": "audio/pcmu"}}}}}
          """);
      assertThat(caller.response().at("/audio/output/format/type").asText())
          .isEqualTo("audio/pcmu");
      assertThat(bytes(caller)).isEqualTo(1_000 * 8);
      caller.forget();
      caller.send(Ask.respond());
      caller.response();
      assertThat(bytes(caller)).isEqualTo(1_000 * 48);
    }

    @Test
    void modalities_ofOneResponse_areItsOwn() {
      Caller caller = line.call();
      caller.send(
          "{\"type\": \"response.create\", \"response\": {\"output_modalities\": [\"text\"]}}");
      assertThat(caller.response().at("/output/0/content/0/type").asText())
          .isEqualTo("output_text");
      caller.send(Ask.respond());
      assertThat(caller.response().at("/output/0/content/0/type").asText())
          .isEqualTo("output_audio");
    }

    @Test
    void instructionsMetadataAndInput_areTaken() {
      Caller caller = line.call();
      caller.send(
          """
          {"type": "response.create", "response": {"instructions": "Be brief.",
            "metadata": {"topic": "count"}, "max_output_tokens": 100, "input": [
              {"type": "message", "role": "user",
                "content": [{"type": "input_text", "text": "Count"}]}]}}
          """);
      JsonNode response = caller.response();
      assertThat(response.at("/metadata/topic").asText()).isEqualTo("count");
      assertThat(response.path("max_output_tokens").asInt()).isEqualTo(100);
      assertThat(response.path("status").asText()).isEqualTo("completed");
    }

    @Test
    void speed_makesSpeechShorter() {
      Caller caller = line.call();
      caller.send(
          """
          {"type": "session.update", "session": {"type": "realtime",
            "audio": {"output": {"speed": 1.25}}}}
          """);
      caller.await("session.updated");
      caller.send(Ask.text("Count"), Ask.respond());
      caller.response();
      assertThat(bytes(caller)).isBetween(740 * 48, 860 * 48);
    }
  }

  @Nested
  class Limited {

    @RegisterExtension final Line line = Line.to(SCRIPTED);

    @Test
    void maxOutputTokens_endTheReplyAsIncomplete() {
      Caller caller = line.call();
      caller.send(Ask.text("Talk"), Ask.respond(r -> r.maxOutputTokens(20)));
      JsonNode response = caller.response();
      assertThat(response.path("status").asText()).isEqualTo("incomplete");
      assertThat(response.at("/status_details/reason").asText()).isEqualTo("max_output_tokens");
      assertThat(response.at("/usage/output_tokens").asInt()).isLessThanOrEqualTo(20);
    }
  }

  @Nested
  class Failing {

    @RegisterExtension final Line line = Line.to(FAILING);

    @Test
    void failure_ofTheModel_endsTheResponse_andTheNextOneWorks() {
      Caller caller = line.call();
      caller.send(Ask.text("Hello"), Ask.respond());
      JsonNode response = caller.response();
      assertThat(response.path("status").asText()).isEqualTo("failed");
      assertThat(response.at("/status_details/error/type").asText()).isNotEmpty();
      caller.send(Ask.respond());
      assertThat(caller.response().path("status").asText()).isEqualTo("completed");
      assertThat(caller.heard("error")).isEmpty();
    }
  }

  private static int bytes(Caller caller) {
    return caller.heard("response.output_audio.delta").stream()
        .mapToInt(e -> Base64.getDecoder().decode(e.path("delta").asText()).length)
        .sum();
  }
}
