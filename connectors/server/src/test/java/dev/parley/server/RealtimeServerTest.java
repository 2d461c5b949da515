package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Conversations over a real socket, with the JDK's client. */
@ExtendWith(SharedSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealtimeServerTest {

  private static final String MODEL = "?model=gpt-realtime-2";
  private static final String PUSH_TO_TALK =
      "{'type':'session.update','session':{'type':'realtime',"
          + "'audio':{'input':{'turn_detection':null}}}}";

  private TestServer server;
  private TestClient client;

  @BeforeAll
  void start(ActorSystem<?> system) throws Exception {
    server =
        TestServer.start(system, TestServer.settings(), TestServer.model("think=10ms,reply=1s"));
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void connect() throws Exception {
    client = TestClient.connect(server, MODEL);
    assertThat(client.next().path("type").asText()).isEqualTo("session.created");
    assertThat(client.next().path("type").asText()).isEqualTo("conversation.created");
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void textTurn_isAnsweredInTheOrderOfTheProtocol() throws Exception {
    JsonNode done = client.textTurn();
    assertThat(done.path("status").asText()).isEqualTo("completed");
    assertThat(done.at("/output/0/content/0/text").asText()).isNotEmpty();
    client.await("rate_limits.updated");
    assertThat(client.types().stream().distinct())
        .containsExactly(
            "session.created",
            "conversation.created",
            "conversation.item.added",
            "conversation.item.done",
            "response.created",
            "response.output_item.added",
            "response.content_part.added",
            "response.output_text.delta",
            "response.output_text.done",
            "response.content_part.done",
            "response.output_item.done",
            "response.done",
            "rate_limits.updated");
  }

  @Test
  void spokenTurn_isHeardCommittedAndAnswered() throws Exception {
    client.say(/* loud= */ false, 1_000).say(/* loud= */ true, 600).say(/* loud= */ false, 900);
    JsonNode started = client.await("input_audio_buffer.speech_started");
    JsonNode stopped = client.await("input_audio_buffer.speech_stopped");
    JsonNode committed = client.await("input_audio_buffer.committed");
    JsonNode done = client.await("response.done").path("response");
    assertThat(started.path("audio_start_ms").asInt()).as("with padding").isBetween(500, 750);
    assertThat(stopped.path("audio_end_ms").asInt()).as("with silence").isBetween(2_000, 2_300);
    assertThat(committed.path("item_id")).isEqualTo(started.path("item_id"));
    assertThat(done.path("status").asText()).isEqualTo("completed");
    int bytes =
        client.seen().stream()
            .filter(event -> event.path("type").asText().equals("response.output_audio.delta"))
            .mapToInt(event -> Base64.getDecoder().decode(event.path("delta").asText()).length)
            .sum();
    assertThat(bytes).as("a second of PCM16").isEqualTo(48_000);
    assertThat(client.types())
        .containsSubsequence(
            "input_audio_buffer.speech_started",
            "input_audio_buffer.speech_stopped",
            "input_audio_buffer.committed",
            "conversation.item.added",
            "conversation.item.done",
            "response.created",
            "response.output_item.added",
            "conversation.item.added",
            "response.content_part.added",
            "response.output_audio.delta",
            "response.output_audio.done",
            "response.output_audio_transcript.done",
            "response.content_part.done",
            "conversation.item.done",
            "response.output_item.done",
            "response.done");
  }

  @Test
  void spokenTurn_inOneMessage_isHeardTheSame() throws Exception {
    byte[] pcm = new byte[48 * 2_500];
    for (int i = 24_000; i < 24_000 + 14_400; i++) {
      short value = (short) (12_000 * Math.sin(2 * Math.PI * 300 * i / 24_000));
      pcm[2 * i] = (byte) value;
      pcm[2 * i + 1] = (byte) (value >> 8);
    }
    client.append(pcm);
    JsonNode started = client.await("input_audio_buffer.speech_started");
    assertThat(started.path("audio_start_ms").asInt()).isBetween(500, 750);
    client.await("input_audio_buffer.committed");
    client.send(
        "{'type':'conversation.item.retrieve','item_id':%s}".formatted(started.path("item_id")));
    String audio = client.await("conversation.item.retrieved").at("/item/content/0/audio").asText();
    assertThat(Base64.getDecoder().decode(audio).length / 48).isBetween(1_300, 1_700);
  }

  @Test
  void recording_sentFasterThanItWasSpoken_losesNothingOfItsTurns() throws Exception {
    client.send(
        "{'type':'session.update','session':{'type':'realtime','audio':{'input':"
            + "{'turn_detection':{'type':'server_vad','create_response':false}}}}}");
    for (int turn = 0; turn < 8; turn++) {
      client.say(/* loud= */ false, 500).say(/* loud= */ true, 600).say(/* loud= */ false, 900);
    }
    for (int turn = 0; turn < 8; turn++) {
      JsonNode started = client.await("input_audio_buffer.speech_started");
      assertThat(started.path("audio_start_ms").asInt() - 2_000 * turn)
          .as("turn " + turn)
          .isBetween(100, 250);
    }
    client.await("input_audio_buffer.committed");
    for (JsonNode event : List.copyOf(client.seen())) {
      if (event.path("type").asText().equals("input_audio_buffer.committed")) {
        client.send(
            "{'type':'conversation.item.retrieve','item_id':%s}".formatted(event.path("item_id")));
        String audio =
            client.await("conversation.item.retrieved").at("/item/content/0/audio").asText();
        assertThat(Base64.getDecoder().decode(audio).length / 48).isBetween(1_300, 1_700);
      }
    }
  }

  @Test
  void pushToTalk_isCommittedAndAnsweredWhenTheClientSays() throws Exception {
    client.send(PUSH_TO_TALK);
    client.await("session.updated");
    client.say(/* loud= */ true, 600).send("{'type':'input_audio_buffer.commit'}");
    client.await("conversation.item.done");
    client.send("{'type':'response.create'}");
    assertThat(client.await("response.done").at("/response/status").asText())
        .isEqualTo("completed");
    assertThat(client.types()).doesNotContain("input_audio_buffer.speech_started", "error");
  }

  @Test
  void functionCall_goesToTheClientAndItsOutputIsAnswered() throws Exception {
    client.send(
        "{'type':'session.update','session':{'type':'realtime','tools':[{'type':'function',"
            + "'name':'weather','parameters':{'type':'object','properties':{'in':"
            + "{'type':'string'}},'required':['in']}}]}}");
    client.textTurn();
    JsonNode call = client.seen().getLast().at("/response/output/0");
    assertThat(call.path("type").asText()).isEqualTo("function_call");
    assertThat(call.path("name").asText()).isEqualTo("weather");
    assertThat(call.path("arguments").asText()).contains("\"in\"");
    client.send(
        ("{'type':'conversation.item.create','item':{'type':'function_call_output',"
                + "'call_id':%s,'output':'sunny'}}")
            .formatted(call.path("call_id")));
    client.send("{'type':'response.create'}");
    JsonNode done = client.await("response.done").path("response");
    assertThat(done.at("/output/0/type").asText()).isEqualTo("message");
  }

  @Test
  void badInput_isAnsweredWithTheClientsEventIdAndTheSessionLives() throws Exception {
    client.send(PUSH_TO_TALK);
    client.await("session.updated");
    client.sendText("nonsense");
    assertThat(client.await("error").at("/error/code").asText()).isEqualTo("invalid_json");
    client.sendBinary(new byte[10]);
    assertThat(client.await("error").at("/error/code").asText()).isEqualTo("invalid_json");
    List<String> bad =
        List.of(
            "{'type':'nonsense','event_id':'b0'}",
            "{'event_id':'b1'}",
            "{'type':'conversation.item.create','event_id':'b2'}",
            "{'type':'session.update','event_id':'b3','session':{'type':'realtime','nope':1}}",
            "{'type':'input_audio_buffer.append','event_id':'b4','audio':'***'}",
            "{'type':'input_audio_buffer.append','event_id':'b5','audio':'AAAA'}",
            "{'type':'input_audio_buffer.commit','event_id':'b6'}",
            "{'type':'conversation.item.truncate','event_id':'b7','item_id':'x',"
                + "'content_index':0,'audio_end_ms':5}",
            "{'type':'conversation.item.delete','event_id':'b8','item_id':'x'}",
            "{'type':'response.cancel','event_id':'b9'}");
    List<String> codes =
        List.of(
            "invalid_value",
            "invalid_event",
            "missing_required_parameter",
            "unknown_parameter",
            "invalid_value",
            "invalid_value",
            "input_audio_buffer_commit_empty",
            "item_truncate_invalid_item_id",
            "item_delete_invalid_item_id",
            "response_cancel_not_active");
    for (int i = 0; i < bad.size(); i++) {
      client.send(bad.get(i));
      assertThat(client.awaitError("b" + i).path("code").asText())
          .as(bad.get(i))
          .isEqualTo(codes.get(i));
    }
    assertThat(client.textTurn().path("status").asText()).isEqualTo("completed");
  }

  @Test
  void secondResponse_whileOneIsActive_isRefused() throws Exception {
    client.send("{'type':'response.create'}").send("{'type':'response.create','event_id':'two'}");
    assertThat(client.awaitError("two").path("code").asText())
        .isEqualTo("conversation_already_has_active_response");
    assertThat(client.await("response.done").at("/response/status").asText())
        .isEqualTo("completed");
  }

  @Test
  void truncation_afterTheResponse_isHeldAgainstTheAudioThatWasSent() throws Exception {
    client.send("{'type':'response.create'}");
    String item = client.await("response.done").at("/response/output/0/id").asText();
    String truncate =
        "{'type':'conversation.item.truncate','event_id':'t','item_id':'%s','content_index':0,"
            + "'audio_end_ms':%d}";
    client.send(truncate.formatted(item, 1_001));
    assertThat(client.awaitError("t").path("message").asText())
        .isEqualTo("Audio content of 1000ms is already shorter than 1001ms");
    client.send(truncate.formatted(item, 300));
    client.await("conversation.item.truncated");
    client.send("{'type':'conversation.item.retrieve','item_id':'%s'}".formatted(item));
    JsonNode content = client.await("conversation.item.retrieved").at("/item/content/0");
    assertThat(content.path("transcript").asText("gone")).isEmpty();
    assertThat(Base64.getDecoder().decode(content.path("audio").asText())).hasSize(300 * 48);
  }

  @Test
  void transcriptionSession_isOpenedByItsIntent() throws Exception {
    try (TestClient writer = TestClient.connect(server, "?intent=transcription")) {
      JsonNode session = writer.next().path("session");
      assertThat(session.path("type").asText()).isEqualTo("transcription");
      writer.send("{'type':'response.create','event_id':'r'}");
      assertThat(writer.awaitError("r").path("code").asText()).isEqualTo("invalid_value");
    }
  }

  @Test
  void outOfBand_runsBesideTheConversation() throws Exception {
    client.send("{'type':'response.create'}");
    String main = client.await("response.created").at("/response/id").asText();
    client.send(
        "{'type':'response.create','response':{'conversation':'none','metadata':{'a':'b'},"
            + "'output_modalities':['text'],'input':[]}}");
    client.await("response.done");
    client.await("response.done");
    JsonNode beside =
        client.seen().stream()
            .filter(event -> event.path("type").asText().equals("response.done"))
            .map(event -> event.path("response"))
            .filter(response -> !response.path("id").asText().equals(main))
            .findFirst()
            .orElseThrow();
    assertThat(beside.path("conversation_id").isNull()).isTrue();
    assertThat(beside.at("/metadata/a").asText()).isEqualTo("b");
    assertThat(beside.path("status").asText()).isEqualTo("completed");
  }
}
