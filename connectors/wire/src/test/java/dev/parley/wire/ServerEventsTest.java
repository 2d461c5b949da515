package dev.parley.wire;

import static dev.parley.wire.ServerEventSamples.AUDIO;
import static dev.parley.wire.ServerEventSamples.CALL;
import static dev.parley.wire.ServerEventSamples.CALLED;
import static dev.parley.wire.ServerEventSamples.HEARD;
import static dev.parley.wire.ServerEventSamples.PART;
import static dev.parley.wire.ServerEventSamples.RESPONSE;
import static dev.parley.wire.ServerEventSamples.SPEECH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.error.WireError;
import dev.parley.wire.item.Content;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.item.ItemStatus;
import dev.parley.wire.item.Phase;
import dev.parley.wire.item.Role;
import dev.parley.wire.item.WireItem;
import dev.parley.wire.response.Part;
import dev.parley.wire.response.ResponseStatus;
import dev.parley.wire.response.StatusDetails;
import dev.parley.wire.response.Usage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the official clients need to see, and traps in which other servers fell. */
class ServerEventsTest {

  static Stream<ServerEvent> everyEvent() {
    return ServerEventSamples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void event_isJsonWithTypeAndId(ServerEvent event) {
    JsonNode json = Frames.written(event);

    assertThat(json.get("type").textValue()).isEqualTo(event.type());
    if (event instanceof ServerEvent.DtmfReceived) {
      assertThat(json.has("event_id")).isFalse();
    } else {
      assertThat(json.get("event_id").textValue()).isEqualTo("event_1");
    }
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void logLine_ofAnEvent_holdsNoWords(ServerEvent event) {
    assertThat(event.toString()).doesNotContain("canary");
  }

  @Test
  void everyEvent_isAmongTheSamplesOnce_andHasANameOfItsOwn() {
    assertThat(everyEvent().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrder(ServerEvent.class.getPermittedSubclasses());
    Set<String> names = new HashSet<>();
    assertThat(everyEvent().map(ServerEvent::type)).allMatch(names::add);
  }

  @Test
  void userAudio_alwaysHasItsTranscriptAndNoAudio() {
    JsonNode part = content(new ServerEvent.ItemAdded(HEARD, Optional.empty()));

    assertThat(part).isEqualTo(Frames.tree("{'type':'input_audio','transcript':null}"));
  }

  @Test
  void retrieved_isTheOnlyEventWithAudio() {
    assertThat(content(new ServerEvent.ItemRetrieved(HEARD)))
        .isEqualTo(Frames.tree("{'type':'input_audio','transcript':null,'audio':'AQIDBA=='}"));
    assertThat(content(new ServerEvent.ItemRetrieved(SPEECH)).get("audio").textValue())
        .isEqualTo("AQIDBA==");
    assertThat(
            everyEvent()
                .filter(event -> !(event instanceof ServerEvent.ItemRetrieved))
                .map(event -> Frames.written(event).toString()))
        .filteredOn(json -> json.contains("AQIDBA=="))
        .singleElement()
        .satisfies(json -> assertThat(json).contains("response.output_audio.delta"));
  }

  @Test
  void retrieved_ofAudioThatIsGone_saysNull() {
    WireItem gone =
        HEARD.withBody(
            new ItemBody.Message(
                Role.USER,
                List.of(new Content.InputAudio(Optional.empty(), Optional.of("words")))));

    assertThat(content(new ServerEvent.ItemRetrieved(gone)))
        .isEqualTo(Frames.tree("{'type':'input_audio','transcript':'words','audio':null}"));
  }

  @Test
  void fieldsThatAnItemHasNot_areAbsent() {
    JsonNode call =
        Frames.written(new ServerEvent.OutputItemAdded("resp_1", 0, CALLED)).get("item");
    assertThat(call.properties().stream().map(Map.Entry::getKey))
        .containsExactly("id", "object", "type", "status", "call_id", "name", "arguments");
    assertThat(Frames.written(new ServerEvent.ItemDone(output(), Optional.empty())).get("item"))
        .isEqualTo(
            Frames.tree(
                "{'id':'i','object':'realtime.item','type':'function_call_output','status':"
                    + "'completed','call_id':'call_1','output':'42'}"));
  }

  @Test
  void call_isInProgressUntilItIsDone() {
    assertThat(
            Frames.written(new ServerEvent.OutputItemAdded("resp_1", 0, CALLED))
                .at("/item/status")
                .textValue())
        .isEqualTo("in_progress");
  }

  @Test
  void phase_isShownWhereItIsKnown() {
    WireItem preamble =
        SPEECH.withBody(
            new ItemBody.Message(Role.ASSISTANT, List.of(), Optional.of(Phase.COMMENTARY)));

    assertThat(Frames.written(new ServerEvent.ItemRetrieved(preamble)).at("/item/phase"))
        .isEqualTo(Frames.tree("'commentary'"));
    assertThat(Frames.written(new ServerEvent.ItemRetrieved(SPEECH)).get("item").has("phase"))
        .isFalse();
  }

  @Test
  void part_isCalledAudioOrText_whileContentIsCalledOutput() {
    assertThat(
            Frames.written(new ServerEvent.ContentPartAdded(PART, new Part.Audio(""))).get("part"))
        .isEqualTo(Frames.tree("{'type':'audio','transcript':''}"));
    assertThat(
            Frames.written(new ServerEvent.ContentPartDone(PART, new Part.Text("a"))).get("part"))
        .isEqualTo(Frames.tree("{'type':'text','text':'a'}"));
    assertThat(content(new ServerEvent.ItemDone(SPEECH, Optional.empty())).get("type"))
        .isEqualTo(Frames.tree("'output_audio'"));
  }

  @Test
  void replyTimed_tellsItsSpansInMilliseconds() {
    ReplyTimes times = new ReplyTimes(2_000, 200, 300, 150, 40, 5);

    assertThat(Frames.written(new ServerEvent.ReplyTimed("resp_1", times)))
        .isEqualTo(
            Frames.tree(
                "{'type':'parley.reply.timed','event_id':'event_1','response_id':'resp_1',"
                    + "'speech_end_ms':2000,'detect_ms':200,'decide_ms':300,'model_ms':150,"
                    + "'tools_ms':40,'playout_ms':5}"));
  }

  @Test
  void replyTimes_thatCannotBe_areRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ReplyTimes(0, -1, 0, 0, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReplyTimes(0, 0, 0, 5, 6, 0))
        .withMessageContaining("tools");
  }

  @Test
  void firstItem_hasAPreviousItemThatIsNull() {
    assertThat(
            Frames.written(new ServerEvent.ItemAdded(SPEECH, Optional.empty()))
                .get("previous_item_id"))
        .isEqualTo(Frames.tree("null"));
    assertThat(Frames.written(new ServerEvent.AudioCommitted("i", Optional.of("h"))))
        .isEqualTo(
            Frames.tree(
                "{'type':'input_audio_buffer.committed','event_id':'event_1',"
                    + "'previous_item_id':'h','item_id':'i'}"));
  }

  @Test
  void audioDelta_isTheFourIdsAndBase64() {
    assertThat(
            Frames.written(
                new ServerEvent.OutputAudioDelta(PART, AudioBytes.of(AUDIO.array(), 1, 3))))
        .isEqualTo(
            Frames.tree(
                "{'type':'response.output_audio.delta','event_id':'event_1','response_id':'resp_1',"
                    + "'item_id':'item_1','output_index':1,'content_index':2,'delta':'AgME'}"));
  }

  @Test
  void arguments_endWithNameAndAll() {
    assertThat(Frames.written(new ServerEvent.ArgumentsDone(CALL, "f", "{}")))
        .isEqualTo(
            Frames.tree(
                "{'type':'response.function_call_arguments.done','event_id':'event_1',"
                    + "'response_id':'resp_1','item_id':'item_2','output_index':1,"
                    + "'call_id':'call_1','name':'f','arguments':'{}'}"));
  }

  @Test
  void tokenUsageOfATranscription_hasItsDetails() {
    assertThat(
            Frames.written(
                    new ServerEvent.TranscriptionCompleted(
                        "i", 0, "t", new TranscriptionUsage.Tokens(1, 20, 3)))
                .get("usage"))
        .isEqualTo(
            Frames.tree(
                "{'type':'tokens','total_tokens':24,'input_tokens':21,'output_tokens':3,"
                    + "'input_token_details':{'text_tokens':1,'audio_tokens':20}}"));
  }

  @Test
  void error_fillsWhatItHasNotWithNull() {
    assertThat(Frames.written(new ServerEvent.Failed(WireError.serverFault())).get("error"))
        .isEqualTo(
            Frames.tree(
                "{'type':'server_error','code':null,'message':'The server had an error while"
                    + " processing your request.','param':null,'event_id':null}"));
  }

  @Test
  void response_showsNullWhereItHasNothing() {
    assertThat(Frames.written(new ServerEvent.ResponseCreated(RESPONSE)).get("response"))
        .isEqualTo(
            Frames.tree(
                "{'id':'resp_1','object':'realtime.response','status':'in_progress',"
                    + "'status_details':null,'output':[],'conversation_id':'conv_1',"
                    + "'output_modalities':['audio'],'max_output_tokens':'inf','audio':{'output':"
                    + "{'format':{'type':'audio/pcm','rate':24000},'voice':'marin'}},'usage':null,"
                    + "'metadata':null}"));
  }

  @Test
  void response_thatEnded_showsWhyAndWhatItUsed() {
    Usage usage =
        new Usage(new Usage.Input(10, 20, 0, new Usage.Cached(5, 0, 0)), new Usage.Output(3, 4));
    JsonNode json =
        Frames.written(
                new ServerEvent.ResponseDone(
                    RESPONSE.ended(
                        ResponseStatus.FAILED,
                        Optional.of(StatusDetails.failed(WireError.serverFault())),
                        List.of(SPEECH),
                        usage)))
            .get("response");

    assertThat(json.get("status_details"))
        .isEqualTo(
            Frames.tree(
                "{'type':'failed','error':{'type':'server_error','code':null,'message':'The server"
                    + " had an error while processing your request.'}}"));
    assertThat(json.get("usage"))
        .isEqualTo(
            Frames.tree(
                "{'total_tokens':37,'input_tokens':30,'output_tokens':7,'input_token_details':"
                    + "{'text_tokens':10,'audio_tokens':20,'image_tokens':0,'cached_tokens':5,"
                    + "'cached_tokens_details':{'text_tokens':5,'audio_tokens':0,'image_tokens':0}},"
                    + "'output_token_details':{'text_tokens':3,'audio_tokens':4}}"));
    assertThat(json.at("/output/0/content/0/transcript").isTextual()).isTrue();
  }

  @Test
  void halfOfASurrogatePair_isReplaced() {
    assertThat(
            Frames.written(new ServerEvent.OutputTextDelta(PART, "\ud83d\ude00\ud83d"))
                .get("delta")
                .textValue())
        .isEqualTo("\ud83d\ude00\ufffd");
  }

  private static WireItem output() {
    return new WireItem("i", ItemStatus.COMPLETED, new ItemBody.FunctionCallOutput("call_1", "42"));
  }

  private static JsonNode content(ServerEvent event) {
    return Frames.written(event).at("/item/content/0");
  }
}
