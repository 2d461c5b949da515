package dev.parley.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conformance.client.Ask;
import dev.parley.conformance.client.Caller;
import dev.parley.conformance.client.Line;
import dev.parley.conformance.client.Sound;
import dev.parley.conformance.server.Recital;
import dev.parley.conformance.server.Setup;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Items made, shown, put into places and taken out. */
class ItemsTest {

  private static final Setup SETUP = Setup.reciting(Recital.say("Yes."));

  @RegisterExtension final Line line = Line.to(SETUP);

  @Test
  void items_areALinkedList_throughInsertsAndDeletes() {
    Caller caller = line.call();
    caller.send(Ask.text("one"));
    final String one = added(caller).at("/item/id").asText();
    caller.send(Ask.text("item_three", "three", one));
    assertThat(added(caller).path("previous_item_id").asText()).isEqualTo(one);
    caller.send(Ask.text("item_two", "two", one));
    assertThat(added(caller).path("previous_item_id").asText()).isEqualTo(one);
    caller.send(Ask.text("item_zero", "zero", "root"));
    assertThat(added(caller).path("previous_item_id").isNull()).isTrue();
    caller.send(Ask.delete("item_three"));
    assertThat(caller.await("conversation.item.deleted").path("item_id").asText())
        .isEqualTo("item_three");
    caller.send(Ask.respond());
    assertThat(added(caller).path("previous_item_id").asText()).isEqualTo("item_two");
    caller.response();
  }

  @Test
  void everyKindOfMessage_isTaken_andShownAsItIs() {
    Caller caller = line.call();
    for (String item :
        new String[] {
          "\"role\": \"system\", \"content\": [{\"type\": \"input_text\", \"text\": \"Be kind.\"}]",
          "\"role\": \"user\", \"content\": [{\"type\": \"input_text\", \"text\": \"Hello\"}]",
          "\"role\": \"assistant\", \"content\": [{\"type\": \"output_text\", \"text\": \"Hi\"}]"
        }) {
      caller.send(
          "{\"type\": \"conversation.item.create\", \"item\": {\"type\": \"message\", %s}}"
              .formatted(item));
      JsonNode added = added(caller).path("item");
      assertThat(added.path("status").asText()).isEqualTo("completed");
      caller.send(Ask.retrieve(added.path("id").asText()));
      assertThat(caller.await("conversation.item.retrieved").path("item")).isEqualTo(added);
    }
  }

  @Test
  void audio_asAnItem_isTaken_andShownWithItsBytesWhenAskedFor() {
    Caller caller = line.call();
    byte[] sound = Sound.pcm(Sound.voice(24_000, Duration.ofMillis(500)));
    caller.send(
        """
        {"type": "conversation.item.create", "item": {"type": "message", "role": "user",
          "content": [{"type": "input_audio", "audio": "%s"}]}}
        """
            .formatted(Base64.getEncoder().encodeToString(sound)));
    String id = added(caller).at("/item/id").asText();
    caller.send(Ask.retrieve(id));
    assertThat(Base64.getDecoder().decode(audio(caller))).isEqualTo(sound);
  }

  @Test
  void audioOfAReply_isShownAsItWasSent() {
    Caller caller = line.call();
    caller.send(Ask.text("Really?"), Ask.respond());
    String id = caller.response().at("/output/0/id").asText();
    StringBuilder sent = new StringBuilder();
    for (JsonNode delta : caller.heard("response.output_audio.delta")) {
      sent.append(hex(delta.path("delta").asText()));
    }
    caller.send(Ask.retrieve(id));
    assertThat(hex(audio(caller))).isEqualTo(sent.toString()).isNotEmpty();
  }

  @Test
  void inputImage_isKept() {
    Caller caller = line.call();
    caller.send(
        """
        {"type": "conversation.item.create", "item": {"type": "message", "role": "user",
          "content": [{"type": "input_text", "text": "What is this?"},
            {"type": "input_image", "image_url": "data:image/png;base64,iVBORw0KGgo="}]}}
        """);
    assertThat(added(caller).at("/item/content/1/type").asText()).isEqualTo("input_image");
  }

  private static JsonNode added(Caller caller) {
    return caller.await("conversation.item.added");
  }

  private static String audio(Caller caller) {
    return caller.await("conversation.item.retrieved").at("/item/content/0/audio").asText();
  }

  private static String hex(String base64) {
    return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
  }
}
