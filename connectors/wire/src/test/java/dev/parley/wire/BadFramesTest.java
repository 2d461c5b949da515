package dev.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.wire.audio.Base64Audio;
import dev.parley.wire.error.Checked;
import dev.parley.wire.error.WireError;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadFramesTest {

  private static final String CREATE = "{'type':'conversation.item.create','item':";
  private static final String PARTS = CREATE + "{'type':'message','role':'user','content':[";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nonsense",
        "{",
        "{'type':'input_audio_buffer.commit'",
        "[]",
        "'text'",
        "12",
        "null",
        "{'type':'input_audio_buffer.commit'} {}",
        "{'type':'input_audio_buffer.commit','type':'input_audio_buffer.clear'}",
        "{'type':'response.create','response':{'metadata':{'a':'1','a':'2'}}}",
        "{type:'input_audio_buffer.commit'}",
        "{'type':'input_audio_buffer.commit',}",
        "{'a':NaN}",
        "{'a':01}",
        "/* no */ {}"
      })
  void text_thatIsNotOneJsonObject_isInvalidJson(String frame) {
    assertThat(Frames.bad(frame).code()).contains("invalid_json");
  }

  @Test
  void nesting_beyond32_isInvalidJson() {
    String deep = "[".repeat(32) + "]".repeat(32);

    assertThat(Frames.bad("{'type':'x','a':" + deep + "}").code()).contains("invalid_json");
    assertThat(Frames.bad("{'type':'x','a':" + deep.substring(1, 63) + "}").code())
        .contains("invalid_value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'type':'x','a':%s}", "{'type':'x','metadata':{'a':%s}}"})
  void number_beyond64Characters_isInvalidJson(String frame) {
    assertThat(Frames.bad(frame.formatted("1".repeat(65))).code()).contains("invalid_json");
    assertThat(Frames.bad(frame.formatted("0." + "1".repeat(63))).code()).contains("invalid_json");
    assertThat(Frames.bad(frame.formatted("1".repeat(64))).code()).contains("invalid_value");
  }

  @Test
  void tokens_beyondTheLimit_areInvalidJson() {
    assertThat(Frames.bad("{'a':[" + "1,".repeat(250_000) + "1]}").code()).contains("invalid_json");
  }

  @Test
  void bytes_thatAreNotUtf8_areInvalidJson() {
    byte[] frame = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};

    assertThat(RealtimeReader.read(frame, 0, frame.length)).isInstanceOf(Checked.Bad.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'a':1} | invalid_event |
          {'type':3} | invalid_type | type
          {'type':'nonsense'} | invalid_value | type
          {'type':'response.cancelled'} | invalid_value | type
          {'type':'transcription_session.update','session':{}} | beta_api_shape_disabled | transcription_session.update
          {'type':'input_audio_buffer.commit','x':1} | unknown_parameter | x
          {'type':'input_audio_buffer.append'} | missing_required_parameter | audio
          {'type':'input_audio_buffer.append','audio':null} | invalid_type | audio
          {'type':'input_audio_buffer.append','audio':'AAA'} | invalid_value | audio
          {'type':'input_audio_buffer.append','audio':'AA=A'} | invalid_value | audio
          {'type':'input_audio_buffer.append','audio':'AA-_'} | invalid_value | audio
          {'type':'input_audio_buffer.append','audio':'AA A'} | invalid_value | audio
          {'type':'input_audio_buffer.append','audio':'AAA\u00fc'} | invalid_value | audio
          {'type':'input_audio_buffer.append','audio':'AAAA','more':1} | unknown_parameter | more
          {'type':'conversation.item.retrieve'} | missing_required_parameter | item_id
          {'type':'conversation.item.retrieve','item_id':''} | invalid_value | item_id
          {'type':'conversation.item.retrieve','item_id':'a b'} | invalid_value | item_id
          {'type':'conversation.item.delete','item_id':7} | invalid_type | item_id
          {'type':'conversation.item.truncate','item_id':'i','content_index':0} | missing_required_parameter | audio_end_ms
          {'type':'conversation.item.truncate','item_id':'i','content_index':-1,'audio_end_ms':0} | invalid_value | content_index
          {'type':'conversation.item.truncate','item_id':'i','content_index':0,'audio_end_ms':1.5} | invalid_type | audio_end_ms
          {'type':'conversation.item.truncate','item_id':'i','content_index':0,'audio_end_ms':1e400} | invalid_value | audio_end_ms
          {'type':'conversation.item.truncate','item_id':'i','content_index':0,'audio_end_ms':99999999999999999999} | invalid_value | audio_end_ms
          {'type':'input_audio_buffer.commit','event_id':'two\\nlines'} | invalid_value | event_id
          {'type':'response.cancel','response_id':'a/b'} | invalid_value | response_id
          {'type':'response.create','response':[]} | invalid_type | response
          {'type':'response.create','response':{'x':1}} | unknown_parameter | response.x
          {'type':'response.create','response':{'modalities':['audio']}} | beta_api_shape_disabled | response.modalities
          {'type':'response.create','response':{'conversation':'other'}} | invalid_value | response.conversation
          {'type':'response.create','response':{'output_modalities':['audio','text']}} | invalid_value | response.output_modalities
          {'type':'response.create','response':{'max_output_tokens':0}} | invalid_value | response.max_output_tokens
          {'type':'response.create','response':{'max_output_tokens':'all'}} | invalid_value | response.max_output_tokens
          {'type':'response.create','response':{'metadata':{'a':1}}} | invalid_type | response.metadata.a
          {'type':'response.create','response':{'input':[{'type':'item_reference'}]}} | missing_required_parameter | response.input[0].id
          {'type':'response.create','response':{'audio':{'input':{}}}} | unknown_parameter | response.audio.input
          {'type':'conversation.item.create'} | missing_required_parameter | item
          {'type':'conversation.item.create','item':{}} | missing_required_parameter | item.type
          {'type':'conversation.item.create','item':{'type':'item_reference','id':'i'}} | invalid_value | item.type
          {'type':'conversation.item.create','item':{'type':'mcp_approval_response'}} | invalid_value | item.type
          {'type':'conversation.item.create','item':{'type':'message','role':'user'}} | missing_required_parameter | item.content
          {'type':'conversation.item.create','item':{'type':'message','role':'tool','content':[]}} | invalid_value | item.role
          {'type':'conversation.item.create','item':{'type':'function_call_output','call_id':'c','output':{}}} | invalid_type | item.output
          {'type':'conversation.item.create','item':{'type':'function_call_output','call_id':'c d','output':''}} | invalid_value | item.call_id
          {'type':'conversation.item.create','previous_item_id':'?','item':{'type':'function_call_output','call_id':'c','output':''}} | invalid_value | previous_item_id
          {'type':'session.update'} | missing_required_parameter | session
          {'type':'session.update','session':{}} | missing_required_parameter | session.type
          """)
  void event_thatIsWrong_isAnsweredWithCodeAndPath(String frame, String code, String param) {
    WireError error = Frames.bad(frame);

    assertThat(error.type()).isEqualTo("invalid_request_error");
    assertThat(error.code()).contains(code);
    assertThat(error.param()).isEqualTo(Optional.ofNullable(param));
    assertThat(error.message()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':'text','text':''} | item.content[1].type
          {'type':'output_text','text':''} | item.content[1].type
          {'type':'input_text'} | item.content[1].text
          {'type':'input_audio','audio':'?'} | item.content[1].audio
          {'type':'input_image','image_url':'https://example.org/a.png'} | item.content[1].image_url
          {'type':'input_image','image_url':'data:image/png;base64,AA','detail':'most'} | item.content[1].detail
          3 | item.content[1]
          """)
  void content_thatIsWrong_isNamedByItsPlace(String part, String param) {
    assertThat(Frames.bad(PARTS + "{'type':'input_text','text':'a'}," + part + "]}}").param())
        .contains(param);
  }

  @Test
  void audioOfTheAssistant_cannotBeAdded() {
    assertThat(
            Frames.bad(
                    CREATE
                        + "{'type':'message','role':'assistant','content':[{'type':'output_audio',"
                        + "'audio':'AAAA'}]}}")
                .param())
        .contains("item.content[0].audio");
  }

  @Test
  void unknownType_isAnsweredWithTheKnownOnes() {
    assertThat(Frames.bad("{'type':'session.start'}").message())
        .startsWith("Invalid value: 'session.start'. Supported values are: 'session.update', ")
        .endsWith("'response.cancel'.");
  }

  @Test
  void missingType_hasTheWordsOfTheReference() {
    assertThat(Frames.bad("{}").message()).isEqualTo("The 'type' field is missing.");
  }

  @Test
  void error_givesTheClientsEventIdBack() {
    assertThat(Frames.bad("{'event_id':'my event','type':'x'}").clientEventId())
        .contains("my event");
    assertThat(Frames.bad("{'event_id':'e','type':'session.update','session':{}}").clientEventId())
        .contains("e");
    assertThat(Frames.bad("{'event_id':" + 5 + ",'type':'x'}").param()).contains("event_id");
  }

  @Test
  void texts_beyondTheirLimits_areRefused() {
    String much = "x".repeat((64 << 10) + 1);

    assertThat(Frames.bad(PARTS + "{'type':'input_text','text':'" + much + "'}]}}").param())
        .contains("item.content[0].text");
    assertThat(Frames.good(PARTS + "{'type':'input_text','text':'" + much.substring(1) + "'}]}}"))
        .isInstanceOf(ClientEvent.ItemCreate.class);
    assertThat(
            Frames.bad(
                    CREATE
                        + "{'type':'function_call_output','call_id':'c','output':'"
                        + much
                        + "'}}")
                .param())
        .contains("item.output");
  }

  @Test
  void append_beyond15Mib_isRefusedAndOneOf15MibIsNot() {
    String most = Base64.getEncoder().encodeToString(new byte[Base64Audio.MAX_BYTES]);
    String append = "{'type':'input_audio_buffer.append','event_id':'big','audio':'%s'}";

    assertThat(((ClientEvent.AudioAppend) Frames.good(append.formatted(most))).audio().length())
        .isEqualTo(15 << 20);
    WireError error = Frames.bad(append.formatted(most + "AA=="));
    assertThat(error.code()).contains("invalid_value");
    assertThat(error.param()).contains("audio");
    assertThat(error.clientEventId()).contains("big");
  }
}
