package dev.parley.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.ObjectMappers;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.models.realtime.RealtimeServerEvent;
import dev.parley.conformance.frames.Dialogue;
import dev.parley.conformance.frames.WireFrame;
import dev.parley.conformance.server.Recital;
import dev.parley.conformance.server.ReplayServer;
import dev.parley.conformance.server.Setup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tries the line, the caller and the tap with a server that only replays. */
class LineTest {

  private static final Setup NONE = Setup.reciting(Recital.say("Nobody hears this."));

  @RegisterExtension
  final Line line = Line.to(NONE, setup -> new ReplayServer(Dialogue.read("text-turn")));

  @Test
  void caller_hearsWhatTheServerSays_andTheTapWhatBothSay() {
    Caller caller = line.call();
    caller.send(Ask.text("Hello"), Ask.respond());
    JsonNode response = caller.response();

    assertThat(response.at("/output/0/content/0/text").asText()).isEqualTo("Good day.");
    assertThat(caller.shape()).startsWith("session.created", "conversation.item.added");
    assertThat(line.recordings().getFirst().frames())
        .extracting(WireFrame::type)
        .containsSubsequence("conversation.item.create", "response.create", "response.done");
  }

  @Test
  void openaiJava_refusesWhatItDoesNotKnow() {
    for (String text :
        new String[] {
          "{\"type\": \"response.cancelled\", \"event_id\": \"1\"}",
          "{\"type\": \"input_audio_buffer.committed\", \"event_id\": 1, \"item_id\": \"a\"}"
        }) {
      assertThatThrownBy(
              () ->
                  ObjectMappers.jsonMapper().readValue(text, RealtimeServerEvent.class).validate())
          .isInstanceOf(OpenAIInvalidDataException.class);
    }
  }
}
