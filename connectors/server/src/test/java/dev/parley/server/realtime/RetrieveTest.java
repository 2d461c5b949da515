package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.Part;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.session.SessionCommand;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The only event that shows audio. */
class RetrieveTest {

  private final Talk talk = Talk.open();

  private String say(Reply reply, Samples audio) {
    talk.respond(reply)
        .call(reply.started(), reply.part(0, Kind.SPEECH), reply.words(0, "well"))
        .call(reply.audio(0, audio), reply.partEnded(0), reply.ended(Outcome.COMPLETED));
    return talk.last("conversation.item.done").at("/item/id").asText();
  }

  private JsonNode retrieve(String id) {
    talk.forget().client("{'type':'conversation.item.retrieve','item_id':'%s'}".formatted(id));
    assertThat(talk.types()).containsExactly("conversation.item.retrieved");
    return talk.last("conversation.item.retrieved").path("item");
  }

  @Test
  void modelsItem_hasItsAudioAndItsWords() {
    JsonNode item = retrieve(say(Reply.main(1), Sounds.ramp(0, 2_400)));
    assertThat(item.at("/content/0/type").asText()).isEqualTo("output_audio");
    assertThat(item.at("/content/0/transcript").asText()).isEqualTo("well");
    assertThat(Sounds.samples(Sounds.unbase64(item.at("/content/0/audio").asText())))
        .isEqualTo(Sounds.ramp(0, 2_400));
    assertThat(item.path("status").asText()).isEqualTo("completed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"audio/pcmu", "audio/pcma"})
  void g711Session_getsG711(String format) {
    talk.update("'audio':{'output':{'format':{'type':'%s'}}}".formatted(format));
    JsonNode item = retrieve(say(Reply.main(1), Samples.silence(2_400)));
    byte[] audio = Sounds.unbase64(item.at("/content/0/audio").asText());
    assertThat(audio).as("100 ms, a byte for each of 8,000 samples a second").hasSize(800);
    assertThat(audio[400]).isEqualTo((byte) (format.equals("audio/pcmu") ? 0xff : 0xd5));
  }

  @Test
  void formatOfAnItem_isThatInWhichItsClientGotIt() {
    String early = say(Reply.main(1), Sounds.ramp(0, 2_400));
    Reply own = Reply.main(2);
    talk.call(Reply.main(1).over(Outcome.COMPLETED))
        .respond(own, "{'audio':{'output':{'format':{'type':'audio/pcma'}}}}")
        .call(own.started(), own.part(0, Kind.SPEECH), own.audio(0, Samples.silence(2_400)))
        .call(own.partEnded(0), own.ended(Outcome.COMPLETED));
    String overridden = talk.last("conversation.item.done").at("/item/id").asText();
    talk.withoutDetection().append(500).client("{'type':'input_audio_buffer.commit'}");
    String heard = talk.last("input_audio_buffer.committed").path("item_id").asText();
    talk.update(
        "'audio':{'input':{'format':{'type':'audio/pcmu'}},"
            + "'output':{'format':{'type':'audio/pcmu'}}}");
    assertThat(audio(early, 0)).as("100 ms of PCM").hasSize(4_800);
    assertThat(audio(overridden, 0)).as("100 ms of A-law").hasSize(800).contains(0xd5);
    assertThat(audio(heard, 0)).as("500 ms of PCM").hasSize(24_000);
  }

  private byte[] audio(String id, int content) {
    return Sounds.unbase64(retrieve(id).at("/content/%d/audio".formatted(content)).asText());
  }

  @Test
  void contentsOfAClientsItem_keepTheirOwnAudio() {
    String first = Sounds.base64(Sounds.bytes(Sounds.ramp(0, 2_400)));
    String second = Sounds.base64(Sounds.bytes(Sounds.ramp(7_000, 1_200)));
    talk.client(
        """
        {'type':'conversation.item.create','item':{'type':'message','role':'user','id':'a',
         'content':[{'type':'input_audio','audio':'%s'},{'type':'input_text','text':'and'},
         {'type':'input_audio','audio':'%s','transcript':'bye'}]}}\
        """
            .formatted(first, second));
    assertThat(talk.command(SessionCommand.Remember.class).item())
        .isEqualTo(
            new Item.Message(
                "a",
                Item.Role.CALLER,
                List.of(
                    new Part.Speech("", 2_400, 24_000, List.of(Sounds.ramp(0, 2_400))),
                    new Part.Text("and"),
                    new Part.Speech("bye", 1_200, 24_000, List.of(Sounds.ramp(7_000, 1_200))))));
    JsonNode item = retrieve("a");
    assertThat(item.at("/content/0/audio").asText()).isEqualTo(first);
    assertThat(item.at("/content/2/audio").asText()).isEqualTo(second);
  }

  @Test
  void writtenItems_areShownAsTheyAre() {
    talk.text("a", "hello");
    assertThat(retrieve("a").at("/content/0").toString())
        .isEqualTo("{\"type\":\"input_text\",\"text\":\"hello\"}");
  }

  @Test
  void calls_areShownAsTheyAre() {
    Reply reply = Reply.main(1);
    talk.respond(reply)
        .call(reply.started(), reply.call(0, "call_1", "weather", "{}"), reply.partEnded(0));
    assertThat(
            retrieve(talk.last("conversation.item.done").at("/item/id").asText())
                .path("call_id")
                .asText())
        .isEqualTo("call_1");
  }

  @Test
  void oldestAudio_isNullAfter8Megabytes() {
    int most = 4 << 20; // samples of two bytes
    String first = say(Reply.main(1), Samples.silence(most / 2));
    String second = say(Reply.main(2), Samples.silence(most / 2));
    assertThat(retrieve(first).at("/content/0/audio").isTextual()).isTrue();
    String third = say(Reply.main(3), Samples.silence(24));
    JsonNode gone = retrieve(first).at("/content/0");
    assertThat(gone.has("audio")).isTrue();
    assertThat(gone.path("audio").isNull()).isTrue();
    assertThat(gone.path("transcript").asText()).isEqualTo("well");
    assertThat(retrieve(second).at("/content/0/audio").isTextual()).isTrue();
    assertThat(retrieve(third).at("/content/0/audio").isTextual()).isTrue();
  }

  @Test
  void whileItIsSpoken_showsWhatThereIs() {
    Reply reply = Reply.main(1);
    talk.respond(reply).call(reply.started(), reply.part(0, Kind.SPEECH), reply.audio(0, 0, 40));
    JsonNode item = retrieve(talk.last("conversation.item.added").at("/item/id").asText());
    assertThat(item.path("status").asText()).isEqualTo("in_progress");
  }

  @Test
  void userItemOfAClient_withoutAudio_isNull() {
    talk.client(
        "{'type':'conversation.item.create','item':{'type':'message','role':'user','id':'a',"
            + "'content':[{'type':'input_audio','transcript':'hey'}]}}");
    assertThat(retrieve("a").at("/content/0").toString())
        .isEqualTo("{\"type\":\"input_audio\",\"transcript\":\"hey\",\"audio\":null}");
  }
}
