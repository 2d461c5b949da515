package dev.parley.wire.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.wire.Frames;
import dev.parley.wire.ServerEvent;
import dev.parley.wire.error.Checked;
import dev.parley.wire.error.WireError;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionConfigTest {

  private static final Instant EXPIRY = Instant.ofEpochSecond(1_800_000_000);
  private static final SessionConfig REALTIME =
      SessionConfig.realtime("sess_1", EXPIRY, "gpt-realtime-2");
  private static final SessionConfig TRANSCRIPTION = SessionConfig.transcription("sess_1", EXPIRY);

  @Test
  void conversation_showsEveryDefault() {
    assertThat(shown(REALTIME))
        .isEqualTo(
            Frames.tree(
                "{'type':'realtime','object':'realtime.session','id':'sess_1','expires_at':1800000000,"
                    + "'model':'gpt-realtime-2','instructions':'','output_modalities':['audio'],"
                    + "'tools':[],'tool_choice':'auto','parallel_tool_calls':true,"
                    + "'reasoning':{'effort':'low'},'max_output_tokens':'inf','truncation':'auto',"
                    + "'tracing':null,'prompt':null,'audio':{'input':{'format':{'type':'audio/pcm',"
                    + "'rate':24000},'transcription':null,'noise_reduction':null,'turn_detection':"
                    + "{'type':'server_vad','threshold':0.5,'prefix_padding_ms':300,"
                    + "'silence_duration_ms':500,'idle_timeout_ms':null,'create_response':true,"
                    + "'interrupt_response':true}},'output':{'format':{'type':'audio/pcm',"
                    + "'rate':24000},'voice':'marin','speed':1.0}},'include':null}"));
  }

  @Test
  void transcription_showsItsInputOnly() {
    JsonNode shown = shown(TRANSCRIPTION);

    assertThat(shown.get("object").textValue()).isEqualTo("realtime.transcription_session");
    assertThat(shown.get("audio").has("output")).isFalse();
    assertThat(shown.has("model")).isFalse();
    assertThat(shown.at("/audio/input/turn_detection/type").textValue()).isEqualTo("server_vad");
  }

  @Test
  void updateOfEverything_isShownAsItWasGiven() {
    String session =
        "{'type':'realtime','instructions':'Be brief.','output_modalities':['text'],"
            + "'tools':[{'type':'function','name':'f','description':'d','parameters':{'type':"
            + "'object'}}],'tool_choice':{'type':'function','name':'f'},"
            + "'parallel_tool_calls':false,'reasoning':{'effort':'high'},'max_output_tokens':4096,"
            + "'truncation':{'type':'retention_ratio','retention_ratio':0.8,'token_limits':"
            + "{'post_instructions':1000}},'tracing':{'workflow_name':'w','group_id':'g',"
            + "'metadata':{'a':[1]}},'prompt':{'id':'p','version':'1','variables':{'x':'y'}},"
            + "'audio':{'input':{'format':{'type':'audio/pcmu'},'transcription':{'model':"
            + "'gpt-transcribe','language':'de','prompt':'p','delay':'xhigh','keywords':['k'],"
            + "'languages':['de','en']},'noise_reduction':{'type':'far_field','strength':0.5},"
            + "'turn_detection':{'type':'semantic_vad','eagerness':'high','create_response':false,"
            + "'interrupt_response':false}},'output':{'format':{'type':'audio/pcma'},'voice':"
            + "{'id':'voice_1'},'speed':1.5}},'include':"
            + "['item.input_audio_transcription.logprobs']}";

    JsonNode shown = shown(changed(REALTIME, session));

    Frames.tree(session)
        .properties()
        .forEach(field -> assertThat(shown.get(field.getKey())).isEqualTo(field.getValue()));
  }

  @Test
  void update_changesOnlyWhatItNames() {
    SessionConfig next = changed(REALTIME, "{'type':'realtime','audio':{'output':{'speed':0.25}}}");

    assertThat(next)
        .isEqualTo(
            REALTIME.withOutput(
                new AudioOutput(
                    REALTIME.output().format(), REALTIME.output().voice(), /* speed= */ 0.25)));
    assertThat(changed(next, "{'type':'realtime'}")).isEqualTo(next);
  }

  @Test
  void emptyValuesAndNull_clear() {
    SessionConfig set =
        changed(
            REALTIME,
            "{'type':'realtime','instructions':'a','tools':[{'type':'function','name':'f'}],"
                + "'prompt':{'id':'p'},'tracing':'auto',"
                + "'include':['item.input_audio_transcription.logprobs'],"
                + "'audio':{'input':{'transcription':{'model':'m'},"
                + "'noise_reduction':{'type':'near_field'}}}}");
    assertThat(set.input().noiseReduction())
        .contains(new NoiseReduction(NoiseReduction.Distance.NEAR_FIELD, 1.0));

    SessionConfig cleared =
        changed(
            set,
            "{'type':'realtime','instructions':'','tools':[],'prompt':null,'tracing':null,"
                + "'include':null,'audio':{'input':{'transcription':null,'noise_reduction':null,"
                + "'turn_detection':null}}}");

    assertThat(cleared)
        .isEqualTo(
            REALTIME.withInput(
                new AudioInput(
                    REALTIME.input().format(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
  }

  @Test
  void turnDetection_keepsItsValuesWhileItsTypeStays() {
    SessionConfig first =
        turns(REALTIME, "{'type':'server_vad','threshold':0.9,'idle_timeout_ms':6000}");
    SessionConfig second = turns(first, "{'type':'server_vad','silence_duration_ms':200}");

    assertThat(second.input().turnDetection())
        .contains(new TurnDetection.ServerVad(0.9, 300, 200, OptionalInt.of(6_000), true, true));
    assertThat(turns(second, "{'type':'semantic_vad'}").input().turnDetection())
        .contains(TurnDetection.SemanticVad.defaults());
    assertThat(
            turns(second, "{'type':'server_vad','idle_timeout_ms':null}")
                .input()
                .turnDetection()
                .map(vad -> ((TurnDetection.ServerVad) vad).idleTimeoutMs()))
        .contains(OptionalInt.empty());
  }

  @Test
  void noiseReduction_keepsItsStrength() {
    SessionConfig first =
        changed(REALTIME, input("{'noise_reduction':{'type':'near_field','strength':0.25}}"));

    assertThat(
            changed(first, input("{'noise_reduction':{'type':'far_field'}}"))
                .input()
                .noiseReduction())
        .contains(new NoiseReduction(NoiseReduction.Distance.FAR_FIELD, 0.25));
  }

  @Test
  void model_canBeRepeatedButNotChanged() {
    assertThat(changed(REALTIME, "{'type':'realtime','model':'gpt-realtime-2'}"))
        .isEqualTo(REALTIME);
    assertThat(refused(REALTIME, "{'type':'realtime','model':'other','instructions':'x'}").param())
        .contains("session.model");
  }

  @Test
  void tracing_canBeRepeatedAndEndedButNotChanged() {
    SessionConfig traced = changed(REALTIME, "{'type':'realtime','tracing':'auto'}");

    assertThat(changed(traced, "{'type':'realtime','tracing':'auto'}")).isEqualTo(traced);
    assertThat(refused(traced, "{'type':'realtime','tracing':{'group_id':'g'}}").param())
        .contains("session.tracing");
    assertThat(changed(traced, "{'type':'realtime','tracing':null}")).isEqualTo(REALTIME);
  }

  @Test
  void kind_cannotBeChanged() {
    assertThat(refused(REALTIME, "{'type':'transcription'}").message())
        .isEqualTo(
            "Passing a transcription session update event to a realtime session is not allowed.");
    assertThat(refused(TRANSCRIPTION, "{'type':'realtime'}").param()).contains("session.type");
  }

  @Test
  void transcriberThatWritesAsItHears_takesNoTurnDetection() {
    SessionConfig next =
        changed(
            TRANSCRIPTION,
            "{'type':'transcription','audio':{'input':{'transcription':{'model':"
                + "'gpt-realtime-whisper'}}}}");
    assertThat(next.input().turnDetection()).isEmpty();

    String turns =
        "{'type':'transcription','audio':{'input':{'turn_detection':{'type':'server_vad'}}}}";
    assertThat(refused(next, turns).param()).contains("session.audio.input.turn_detection");
    assertThat(changed(TRANSCRIPTION, turns)).isEqualTo(TRANSCRIPTION);
    assertThat(
            changed(REALTIME, input("{'transcription':{'model':'gpt-live-transcribe'}}"))
                .input()
                .turnDetection())
        .isPresent();
  }

  @Test
  void voice_isReportedAsChangedOnlyWhenItIsAnother() {
    assertThat(patch("{'type':'realtime','audio':{'output':{'voice':'cedar'}}}"))
        .matches(patch -> patch.changesVoice(REALTIME));
    assertThat(patch("{'type':'realtime','audio':{'output':{'voice':'marin'}}}"))
        .matches(patch -> !patch.changesVoice(REALTIME));
    assertThat(patch("{'type':'realtime','instructions':'x'}"))
        .matches(patch -> !patch.changesVoice(REALTIME));
  }

  @Test
  void effort_isTheModels_untilTheClientNamesOne() {
    SessionPatch silent = patch("{'type':'realtime'}");
    SessionPatch low = patch("{'type':'realtime','reasoning':{'effort':'low'}}");

    assertThat(effort(silent)).contains(Effort.MEDIUM);
    assertThat(effort(low)).contains(Effort.LOW);
  }

  /** The effort of a session that is opened like this, of a model that prefers medium. */
  private static Optional<Effort> effort(SessionPatch patch) {
    return patch.open("sess_2", EXPIRY, "m", Effort.MEDIUM).orThrow().generation().effort();
  }

  @Test
  void secret_opensASessionOfItsOwn() {
    SessionPatch patch = patch("{'type':'realtime','model':'m','instructions':'x'}");

    assertThat(patch.open("sess_2", EXPIRY, "default", Effort.LOW))
        .isEqualTo(
            new Checked.Good<>(
                SessionConfig.realtime("sess_2", EXPIRY, "m").withInstructions("x")));
    assertThat(patch.model()).contains("m");
    assertThat(
            patch(input("{'transcription':{'language':'en'}}"))
                .open("sess_2", EXPIRY, "default", Effort.LOW))
        .isInstanceOf(Checked.Bad.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {} | missing_required_parameter | session.type
          {'type':'live'} | invalid_value | session.type
          {'type':'realtime','foo':1} | unknown_parameter | session.foo
          {'modalities':['audio']} | beta_api_shape_disabled | session.modalities
          {'type':'realtime','turn_detection':null} | beta_api_shape_disabled | session.turn_detection
          {'type':'realtime','instructions':null} | invalid_type | session.instructions
          {'type':'realtime','output_modalities':['text','audio']} | invalid_value | session.output_modalities
          {'type':'realtime','output_modalities':[]} | invalid_value | session.output_modalities
          {'type':'realtime','output_modalities':['video']} | invalid_value | session.output_modalities
          {'type':'realtime','audio':null} | invalid_type | session.audio
          {'type':'realtime','audio':{'x':1}} | unknown_parameter | session.audio.x
          {'type':'realtime','audio':{'input':{'format':'pcm16'}}} | invalid_type | session.audio.input.format
          {'type':'realtime','audio':{'input':{'format':{'type':'audio/opus'}}}} | invalid_value | session.audio.input.format.type
          {'type':'realtime','audio':{'input':{'format':{'type':'audio/pcm','rate':16000}}}} | invalid_value | session.audio.input.format.rate
          {'type':'realtime','audio':{'input':{'turn_detection':{}}}} | missing_required_parameter | session.audio.input.turn_detection.type
          {'type':'realtime','audio':{'input':{'turn_detection':{'type':'server_vad','threshold':1.01}}}} | invalid_value | session.audio.input.turn_detection.threshold
          {'type':'realtime','audio':{'input':{'turn_detection':{'type':'server_vad','threshold':'1'}}}} | invalid_type | session.audio.input.turn_detection.threshold
          {'type':'realtime','audio':{'input':{'turn_detection':{'type':'server_vad','eagerness':'low'}}}} | unknown_parameter | session.audio.input.turn_detection.eagerness
          {'type':'realtime','audio':{'input':{'turn_detection':{'type':'semantic_vad','eagerness':'max'}}}} | invalid_value | session.audio.input.turn_detection.eagerness
          {'type':'realtime','audio':{'input':{'turn_detection':{'type':'server_vad','silence_duration_ms':-1}}}} | invalid_value | session.audio.input.turn_detection.silence_duration_ms
          {'type':'realtime','audio':{'input':{'turn_detection':{'type':'server_vad','create_response':1}}}} | invalid_type | session.audio.input.turn_detection.create_response
          {'type':'realtime','audio':{'input':{'noise_reduction':{'type':'near_field','strength':2}}}} | invalid_value | session.audio.input.noise_reduction.strength
          {'type':'realtime','audio':{'input':{'transcription':{'model':'m','delay':'long'}}}} | invalid_value | session.audio.input.transcription.delay
          {'type':'realtime','audio':{'output':{'speed':1.51}}} | invalid_value | session.audio.output.speed
          {'type':'realtime','audio':{'output':{'speed':0.24}}} | invalid_value | session.audio.output.speed
          {'type':'realtime','audio':{'output':{'voice':''}}} | invalid_value | session.audio.output.voice
          {'type':'realtime','audio':{'output':{'voice':{'id':'a b'}}}} | invalid_value | session.audio.output.voice.id
          {'type':'realtime','tools':{}} | invalid_type | session.tools
          {'type':'realtime','tools':[1]} | invalid_type | session.tools[0]
          {'type':'realtime','tools':[{'type':'function'}]} | missing_required_parameter | session.tools[0].name
          {'type':'realtime','tools':[{'type':'function','name':'a b'}]} | invalid_value | session.tools[0].name
          {'type':'realtime','tools':[{'type':'function','name':'a'},{'type':'function','name':'a'}]} | invalid_value | session.tools[1].name
          {'type':'realtime','tools':[{'type':'function','name':'a','parameters':'{}'}]} | invalid_type | session.tools[0].parameters
          {'type':'realtime','tools':[{'type':'function','function':{}}]} | unknown_parameter | session.tools[0].function
          {'type':'realtime','tools':[{'type':'mcp','server_label':'x'}]} | invalid_value | session.tools[0].type
          {'type':'realtime','tool_choice':'any'} | invalid_value | session.tool_choice
          {'type':'realtime','tool_choice':{'type':'mcp'}} | invalid_value | session.tool_choice.type
          {'type':'realtime','tool_choice':{'type':'function'}} | missing_required_parameter | session.tool_choice.name
          {'type':'realtime','reasoning':{'effort':'none'}} | invalid_value | session.reasoning.effort
          {'type':'realtime','max_output_tokens':4097} | invalid_value | session.max_output_tokens
          {'type':'realtime','truncation':'some'} | invalid_value | session.truncation
          {'type':'realtime','truncation':{'type':'retention_ratio','retention_ratio':1.5}} | invalid_value | session.truncation.retention_ratio
          {'type':'realtime','tracing':'off'} | invalid_value | session.tracing
          {'type':'realtime','include':['all']} | invalid_value | session.include[0]
          {'type':'realtime','prompt':{'version':'1'}} | missing_required_parameter | session.prompt.id
          {'type':'transcription','instructions':''} | unknown_parameter | session.instructions
          {'type':'transcription','audio':{'output':{}}} | unknown_parameter | session.audio.output
          """)
  void update_thatIsWrong_isRefusedWithCodeAndPath(String session, String code, String param) {
    WireError error = error(SessionPatch.parse(Frames.json(session)));

    assertThat(error.code()).contains(code);
    assertThat(error.param()).contains(param);
  }

  @Test
  void limits_ofInstructionsToolsAndSchemas() {
    String most = "x".repeat(256 << 10);
    assertThat(patch("{'type':'realtime','instructions':'" + most + "'}")).isNotNull();
    assertThat(
            error(
                    SessionPatch.parse(
                        Frames.json("{'type':'realtime','instructions':'\u00fc" + most + "'}")))
                .param())
        .contains("session.instructions");
    String tool = "{'type':'function','name':'f%d','parameters':{'x':'%s'}},";
    StringBuilder tools = new StringBuilder();
    for (int i = 0; i < 129; i++) {
      tools.append(tool.formatted(i, ""));
    }
    assertThat(tools("" + tools).param()).contains("session.tools");
    assertThat(tools(tool.formatted(0, "y".repeat(64 << 10))).param())
        .contains("session.tools[0].parameters");
  }

  @Test
  void sessionThatIsSentBack_isAccepted() {
    String shown = shown(REALTIME).toString();

    assertThat(REALTIME.with(SessionPatch.parse(shown).orThrow()))
        .isEqualTo(new Checked.Good<>(REALTIME));
  }

  @Test
  void sdk_thatUpdatesTwice_isAccepted() {
    SessionConfig first = changed(REALTIME, "{'type':'realtime','tracing':'auto'}");

    assertThat(
            changed(
                    first,
                    "{'type':'realtime','instructions':'x','model':'gpt-realtime-2',"
                        + "'output_modalities':['audio'],'audio':{'input':{'format':{'type':"
                        + "'audio/pcm','rate':24000},'noise_reduction':null,'transcription':"
                        + "{'model':'gpt-4o-mini-transcribe'},'turn_detection':{'type':"
                        + "'semantic_vad'}},'output':{'format':{'type':'audio/pcm','rate':24000},"
                        + "'voice':'ash','speed':1}},'tool_choice':'auto'}")
                .tracing())
        .contains(new Tracing.Auto());
  }

  private static WireError tools(String list) {
    return error(
        SessionPatch.parse(
            Frames.json(
                "{'type':'realtime','tools':[" + list.substring(0, list.length() - 1) + "]}")));
  }

  private static String input(String fields) {
    return "{'type':'realtime','audio':{'input':" + fields + "}}";
  }

  private static SessionConfig turns(SessionConfig now, String turnDetection) {
    return changed(now, input("{'turn_detection':" + turnDetection + "}"));
  }

  private static SessionPatch patch(String session) {
    return SessionPatch.parse(Frames.json(session)).orThrow();
  }

  private static SessionConfig changed(SessionConfig now, String session) {
    return now.with(patch(session)).orThrow();
  }

  private static WireError refused(SessionConfig now, String session) {
    return error(now.with(patch(session)));
  }

  private static WireError error(Checked<?> checked) {
    return ((Checked.Bad<?>) checked).error();
  }

  private static JsonNode shown(SessionConfig session) {
    return Frames.written(new ServerEvent.SessionUpdated(session)).get("session");
  }
}
