package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Effort;
import dev.parley.engine.conversation.Transcription;
import dev.parley.wire.session.SessionConfig;
import dev.parley.wire.session.SessionPatch;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a model is told of a session's settings. */
class BriefingTest {

  private static Brief brief(SessionConfig config, String type, String fields) {
    String json = "{'type':'%s',%s}".formatted(type, fields).replace('\'', '"');
    return Briefing.of(config.with(SessionPatch.parse(json).orThrow()).orThrow());
  }

  private static Brief transcription(String delay) {
    return brief(
        SessionConfig.transcription("sess_1", Instant.EPOCH),
        "transcription",
        "'audio':{'input':{'transcription':{'model':'gpt-transcribe'%s}}}".formatted(delay));
  }

  @ParameterizedTest
  @EnumSource(Transcription.Delay.class)
  void delay_isTold_andIsHowThoroughATranscriptionSessionIs(Transcription.Delay delay) {
    String word = delay.name().toLowerCase(java.util.Locale.ROOT);
    Brief brief = transcription(",'delay':'" + word + "'");

    assertThat(brief.transcription().flatMap(Transcription::delay)).contains(delay);
    assertThat(brief.effort()).isEqualTo(Effort.valueOf(delay.name()));
  }

  @Test
  void delay_thatNobodyAskedFor_isTheModels() {
    assertThat(transcription("").transcription().flatMap(Transcription::delay))
        .isEqualTo(Optional.empty());
  }

  @Test
  void session_withoutDetection_hasNoTurns() {
    String fields = "'audio':{'input':{'turn_detection':%s,'transcription':{'model':'m'}}}";

    assertThat(brief(Talk.config(), "realtime", fields.formatted("null")).transcription())
        .hasValueSatisfying(wish -> assertThat(wish.withoutTurns()).isTrue());
    assertThat(
            brief(Talk.config(), "realtime", fields.formatted("{'type':'server_vad'}"))
                .transcription())
        .hasValueSatisfying(wish -> assertThat(wish.withoutTurns()).isFalse());
  }

  @Test
  void delay_ofAConversation_leavesItsEffortAlone() {
    Brief brief =
        brief(
            Talk.config(),
            "realtime",
            "'reasoning':{'effort':'high'},"
                + "'audio':{'input':{'transcription':{'model':'m','delay':'minimal'}}}");

    assertThat(brief.effort()).isEqualTo(Effort.HIGH);
    assertThat(brief.transcription().flatMap(Transcription::delay))
        .contains(Transcription.Delay.MINIMAL);
  }
}
