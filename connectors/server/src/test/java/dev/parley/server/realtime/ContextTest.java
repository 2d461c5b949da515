package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.session.SessionCommand;
import dev.parley.server.limit.ConversationLimits;
import dev.parley.server.limit.SessionLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conversations that outgrow the model, and what is counted of them. */
class ContextTest {

  /** 40 characters: ten tokens. */
  private static final String TEN = "1234567890123456789012345678901234567890";

  private final Talk talk =
      Talk.open(
          SessionLimits.defaults()
              .withConversation(ConversationLimits.defaults().withContextTokens(35)));

  private List<SessionCommand> forgotten() {
    return talk.line.commands.stream()
        .filter(command -> command instanceof SessionCommand.Forget)
        .toList();
  }

  private JsonNode answer(long n, String words) {
    Reply reply = Reply.main(n);
    talk.respond(reply)
        .call(reply.started(), reply.part(0, Kind.TEXT), reply.words(0, words))
        .call(reply.ended(Outcome.COMPLETED), reply.over(Outcome.COMPLETED));
    return talk.last("response.done").path("response");
  }

  @Test
  void oldestItems_areLeftOutSilently() {
    talk.text("a", TEN).text("b", TEN).text("c", TEN);
    assertThat(forgotten()).isEmpty();
    talk.forget().text("d", TEN);
    assertThat(forgotten()).containsExactly(new SessionCommand.Forget("a"));
    assertThat(talk.types()).containsExactly("conversation.item.added", "conversation.item.done");
    talk.forget().client("{'type':'conversation.item.retrieve','item_id':'a'}");
    assertThat(talk.types()).as("its client still has it").doesNotContain("error");
    assertThat(answer(1, "ok").at("/usage/input_tokens").asInt()).isEqualTo(30);
  }

  @Test
  void instructions_areNeverLeftOut() {
    talk.update("'instructions':'%s'".formatted(TEN)).text("a", TEN).text("b", TEN);
    assertThat(forgotten()).isEmpty();
    talk.text("c", TEN);
    assertThat(forgotten()).containsExactly(new SessionCommand.Forget("a"));
  }

  @Test
  void retentionRatio_leavesOutMoreAtOnce() {
    talk.update("'truncation':{'type':'retention_ratio','retention_ratio':0.5}");
    talk.text("a", TEN).text("b", TEN).text("c", TEN).text("d", TEN);
    assertThat(forgotten())
        .as("to 17 tokens at the most")
        .containsExactly(
            new SessionCommand.Forget("a"),
            new SessionCommand.Forget("b"),
            new SessionCommand.Forget("c"));
  }

  @Test
  void postInstructionsLimit_countsWhatFollowsThem() {
    talk.update(
        "'instructions':'%s','truncation':{'type':'retention_ratio','retention_ratio':1,"
                .formatted(TEN)
            + "'token_limits':{'post_instructions':20}}");
    talk.text("a", TEN).text("b", TEN);
    assertThat(forgotten()).isEmpty();
    talk.text("c", TEN);
    assertThat(forgotten()).containsExactly(new SessionCommand.Forget("a"));
  }

  @Test
  void truncationDisabled_failsTheResponseAndForgetsNothing() {
    talk.update("'truncation':'disabled'");
    talk.text("a", TEN).text("b", TEN).text("c", TEN).text("d", TEN);
    assertThat(forgotten()).isEmpty();
    Reply reply = Reply.main(1);
    talk.forget().respond(reply);
    assertThat(talk.types())
        .containsExactly("response.created", "response.done", "rate_limits.updated");
    JsonNode done = talk.last("response.done").path("response");
    assertThat(done.path("status").asText()).isEqualTo("failed");
    assertThat(done.at("/status_details/error/code").asText()).isEqualTo("context_length_exceeded");
    assertThat(talk.command(SessionCommand.Cancel.class).which()).contains(reply.epoch());
    talk.forget()
        .call(reply.started(), reply.part(0, Kind.TEXT), reply.words(0, "too late"))
        .call(reply.over(Outcome.CUT));
    assertThat(talk.types()).as("nothing after response.done").isEmpty();
    talk.client("{'type':'conversation.item.delete','item_id':'a'}");
    assertThat(answer(2, "ok").path("status").asText()).isEqualTo("completed");
  }

  @Test
  void liveTurn_isNeverLeftOut() {
    talk.text("a", TEN.repeat(5));
    assertThat(forgotten()).isEmpty();
  }

  @Test
  void usage_addsUp() {
    Talk rich = Talk.open();
    rich.withoutDetection().update("'instructions':'%s'".formatted(TEN));
    rich.text("a", TEN).append(250).client("{'type':'input_audio_buffer.commit'}");
    Reply reply = Reply.main(1);
    rich.respond(reply)
        .call(reply.started(), reply.part(0, Kind.SPEECH), reply.words(0, "spoken"))
        .call(reply.audio(0, 0, 110), reply.partEnded(0))
        .call(reply.part(1, Kind.TEXT), reply.words(1, TEN), reply.partEnded(1))
        .call(reply.call(2, "call_1", "abcd", "1234"), reply.ended(Outcome.COMPLETED));
    JsonNode usage = rich.last("response.done").at("/response/usage");
    assertThat(usage.at("/input_token_details/text_tokens").asInt()).isEqualTo(20);
    assertThat(usage.at("/input_token_details/audio_tokens").asInt())
        .as("a token for each 100 ms of the caller's")
        .isEqualTo(3);
    assertThat(usage.at("/input_token_details/cached_tokens").asInt()).isZero();
    assertThat(usage.at("/output_token_details/audio_tokens").asInt())
        .as("a token for each 50 ms of the model's")
        .isEqualTo(3);
    assertThat(usage.at("/output_token_details/text_tokens").asInt())
        .as("what is written, and the call")
        .isEqualTo(12);
    assertThat(usage.path("input_tokens").asInt()).isEqualTo(23);
    assertThat(usage.path("output_tokens").asInt()).isEqualTo(15);
    assertThat(usage.path("total_tokens").asInt()).isEqualTo(38);

    Reply next = Reply.main(2);
    rich.respond(next).call(next.started(), next.ended(Outcome.COMPLETED));
    usage = rich.last("response.done").at("/response/usage");
    assertThat(usage.at("/input_token_details/cached_tokens").asInt())
        .as("what was read for the one before")
        .isEqualTo(23);
    assertThat(usage.path("input_tokens").asInt())
        .as("with what the model said itself")
        .isEqualTo(23 + 15);
  }

  @Test
  void outOfBandUsage_countsItsOwnInput() {
    talk.text("a", TEN);
    Reply side = Reply.side(1);
    talk.respond(
            side,
            "{'conversation':'none','input':[{'type':'message','role':'user','content':"
                + "[{'type':'input_text','text':'12345678'}]}]}")
        .call(side.started(), side.ended(Outcome.COMPLETED));
    assertThat(talk.last("response.done").at("/response/usage/input_tokens").asInt()).isEqualTo(2);
  }
}
