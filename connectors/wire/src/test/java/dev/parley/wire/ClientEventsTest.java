package dev.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.audio.AudioFormatSpec;
import dev.parley.wire.error.Checked;
import dev.parley.wire.item.Content;
import dev.parley.wire.item.ImageDetail;
import dev.parley.wire.item.InputItem;
import dev.parley.wire.item.InputItem.NewItem;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.item.Phase;
import dev.parley.wire.item.Role;
import dev.parley.wire.json.RawJson;
import dev.parley.wire.response.ResponseParams;
import dev.parley.wire.session.Effort;
import dev.parley.wire.session.Modality;
import dev.parley.wire.session.Prompt;
import dev.parley.wire.session.SessionPatch;
import dev.parley.wire.session.TokenLimit;
import dev.parley.wire.session.Tool;
import dev.parley.wire.session.ToolChoice;
import dev.parley.wire.session.Voice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientEventsTest {

  private static final Optional<String> ID = Optional.of("client event 1 \u00fc \"");
  private static final Optional<String> NO_ID = Optional.empty();
  private static final AudioBytes AUDIO = AudioBytes.of(new byte[] {1, 2, 3, -1, 0});

  static Stream<ClientEvent> everyEvent() {
    return Stream.of(
        new ClientEvent.SessionUpdate(
            ID,
            SessionPatch.parse(
                    Frames.json(
                        "{'type':'realtime','instructions':'Be \u00fcber brief','tools':[{'type':"
                            + "'function','name':'f','parameters':{ 'a' : 1.50 }}],"
                            + "'audio':{'output':{'speed':1.25}}}"))
                .orThrow()),
        new ClientEvent.AudioAppend(ID, AUDIO),
        new ClientEvent.AudioAppend(NO_ID, AudioBytes.empty()),
        new ClientEvent.AudioCommit(ID),
        new ClientEvent.AudioCommit(NO_ID),
        new ClientEvent.AudioClear(ID),
        new ClientEvent.OutputAudioClear(ID),
        create(
            new ItemBody.Message(
                Role.USER,
                List.of(
                    new Content.InputText("hello \ud83d\ude00"),
                    new Content.InputAudio(Optional.of(AUDIO), Optional.of("said")),
                    new Content.InputImage("data:image/png;base64,AAAA", ImageDetail.HIGH)))),
        create(new ItemBody.Message(Role.SYSTEM, List.of(new Content.InputText("rules")))),
        create(
            new ItemBody.Message(
                Role.ASSISTANT,
                List.of(
                    new Content.OutputText("text"),
                    new Content.OutputAudio("spoken", Optional.empty())),
                Optional.of(Phase.FINAL_ANSWER))),
        create(new ItemBody.FunctionCall("call_1", "f", "{\"a\":1}")),
        create(new ItemBody.FunctionCallOutput("call_1", "{\"ok\":true}")),
        new ClientEvent.ItemRetrieve(ID, "item_1"),
        new ClientEvent.ItemTruncate(ID, "item_1", 0, 1500),
        new ClientEvent.ItemDelete(ID, "item_1"),
        new ClientEvent.ResponseCreate(ID, ResponseParams.none()),
        new ClientEvent.ResponseCreate(
            ID,
            new ResponseParams(
                Optional.of("briefly"),
                Optional.of(List.of(new Tool("f", "does f", new RawJson("{\"type\":\"object\"}")))),
                Optional.of(new ToolChoice.Function("f")),
                Optional.of(Modality.TEXT),
                Optional.of(AudioFormatSpec.PCMU),
                Optional.of(new Voice("voice_1", /* custom= */ true)),
                Optional.of(TokenLimit.of(100)),
                Optional.of(Effort.XHIGH),
                Optional.of(false),
                Optional.of(
                    new Prompt("pmpt_1", Optional.of("2"), Optional.of(new RawJson("{\"x\":1}")))),
                /* outOfBand= */ true,
                Optional.of(
                    List.<InputItem>of(
                        new InputItem.Reference("item_1"),
                        new NewItem(
                            Optional.empty(),
                            new ItemBody.Message(
                                Role.USER, List.of(new Content.InputText("hi")))))),
                Map.of("topic", "test"))),
        new ClientEvent.ResponseCancel(ID, Optional.empty()),
        new ClientEvent.ResponseCancel(NO_ID, Optional.of("resp_1")));
  }

  private static ClientEvent create(ItemBody body) {
    return new ClientEvent.ItemCreate(
        ID, new NewItem(Optional.of("mine-1"), body), Optional.of("root"));
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void event_writtenAndRead_isTheSame(ClientEvent event) {
    byte[] frame = ClientEventWriter.write(event);

    assertThat(RealtimeReader.read(frame, 0, frame.length)).isEqualTo(new Checked.Good<>(event));
    assertThat(Frames.tree(frame).get("type").textValue()).isEqualTo(event.type());
  }

  @Test
  void everyEvent_isAmongTheSamples() {
    assertThat(everyEvent().<Class<?>>map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(ClientEvent.class.getPermittedSubclasses());
    assertThat(everyEvent().map(ClientEvent::type).distinct())
        .containsExactlyInAnyOrderElementsOf(ClientEventType.words());
  }

  @Test
  void frame_inTheMiddleOfAnArray_isRead() {
    byte[] frame = ClientEventWriter.write(new ClientEvent.AudioCommit(NO_ID));
    byte[] larger = new byte[frame.length + 20];
    System.arraycopy(frame, 0, larger, 7, frame.length);

    assertThat(RealtimeReader.read(larger, 7, frame.length))
        .isEqualTo(new Checked.Good<>(new ClientEvent.AudioCommit(NO_ID)));
  }

  @Test
  void toolParameters_inTheMiddleOfAnArray_areKeptVerbatim() {
    String schema = "{ \"type\" : \"object\",\n \"x\" : [1.500, \"\u00fc\\u00fc\", {\"a\":{}}] }";
    byte[] frame =
        ("  {\"type\":\"session.update\",\"session\":{\"type\":\"realtime\",\"instructions\":\"\u00fc\",\"tools\":[{\"type\":\"function\",\"name\":\"f\",\"parameters\":"
             + "   "
                + schema
                + " }]}}")
            .getBytes(StandardCharsets.UTF_8);
    byte[] larger = new byte[frame.length + 9];
    System.arraycopy(frame, 0, larger, 5, frame.length);

    ClientEvent event = RealtimeReader.read(larger, 5, frame.length).orThrow();

    assertThat(new String(ClientEventWriter.write(event), StandardCharsets.UTF_8))
        .contains("\"parameters\":" + schema + "}");
  }

  @Test
  void append_ofTheFastWriter_isTheSameEvent() {
    byte[] frame = ClientEventWriter.append(AUDIO);

    assertThat(RealtimeReader.read(frame, 0, frame.length))
        .isEqualTo(new Checked.Good<>(new ClientEvent.AudioAppend(NO_ID, AUDIO)));
  }

  @Test
  void optionalFields_thatAreNull_areAbsent() {
    assertThat(
            Frames.good(
                "{'type':'conversation.item.create','event_id':null,'previous_item_id':null,"
                    + "'item':{'id':null,'object':'realtime.item','status':'in_progress','type':"
                    + "'message','role':'user','content':[{'type':'input_audio','audio':null,"
                    + "'transcript':null}]}}"))
        .isEqualTo(
            new ClientEvent.ItemCreate(
                NO_ID,
                new NewItem(
                    Optional.empty(),
                    new ItemBody.Message(
                        Role.USER,
                        List.of(new Content.InputAudio(Optional.empty(), Optional.empty())))),
                Optional.empty()));
  }

  @Test
  void audioEnd_writtenAsAWholeDecimal_isAnInteger() {
    assertThat(
            Frames.good(
                "{'type':'conversation.item.truncate','item_id':'i','content_index':0,"
                    + "'audio_end_ms':20.0}"))
        .isEqualTo(new ClientEvent.ItemTruncate(NO_ID, "i", 0, 20));
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void logLine_ofAnEvent_holdsNoWords(ClientEvent event) {
    assertThat(event.toString())
        .doesNotContain("hello", "said", "rules", "spoken", "briefly", "over brief", "ok\"");
  }
}
