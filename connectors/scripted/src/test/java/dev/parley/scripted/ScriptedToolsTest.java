package dev.parley.scripted;

import static dev.parley.scripted.Bookings.BOOK;
import static dev.parley.scripted.Bookings.BOTH;
import static dev.parley.scripted.Bookings.MENU;
import static dev.parley.scripted.Bookings.RATE;
import static dev.parley.scripted.Bookings.assertSpeaks;
import static dev.parley.scripted.Bookings.result;
import static dev.parley.scripted.Bookings.run;
import static dev.parley.scripted.ModelRun.main;
import static dev.parley.scripted.ModelRun.reply;
import static dev.parley.scripted.ModelRun.side;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.Output;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.conversation.ToolChoice;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.frame.ReplySignal.ToolCall;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Command;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.schema.ToolSchema;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scripted model calls, and when. */
class ScriptedToolsTest {

  private static Command by(Brief own, Epoch epoch) {
    return new Command.Reply(ReplySpec.by(own), epoch);
  }

  @Test
  void offered_theFirstIsCalled_withArgumentsThatItsSchemaAccepts() {
    ModelRun run = run("").briefed(BOTH).send(0, reply(main(1))).run();

    ToolCall call = run.calls(main(1)).getFirst();
    assertThat(run.calls(main(1))).hasSize(1);
    assertThat(call.name()).isEqualTo("book");
    assertThat(ToolSchema.parse(BOOK.parameters()).validate(call.arguments())).isEmpty();
    List<String> pieces =
        run.signals(main(1)).stream()
            .filter(ReplySignal.ToolCallDelta.class::isInstance)
            .map(f -> ((ReplySignal.ToolCallDelta) f).json())
            .toList();
    assertThat(pieces).hasSizeGreaterThan(2);
    assertThat(String.join("", pieces)).isEqualTo(call.arguments());
    assertThat(run.signals(main(1)).subList(0, 2))
        .containsExactly(
            new ReplySignal.Started(main(1)),
            new ReplySignal.PartStarted(main(1), 0, Kind.TOOL_CALL));
    assertThat(run.signals(main(1)).get(2))
        .isEqualTo(new ReplySignal.CallStarted(main(1), 0, call.callId(), "book"));
    assertThat(run.signals(main(1)).subList(3 + pieces.size(), run.signals(main(1)).size()))
        .containsExactly(
            call,
            new ReplySignal.PartEnded(main(1), 0),
            new ReplySignal.Ended(main(1), Outcome.COMPLETED));
    assertThat(run.events().get(1).at()).isEqualTo(Duration.ofMillis(100));
    assertThat(run.samples(main(1))).isZero();
  }

  @Test
  void result_isSpokenAbout_andTheNextTurnCallsAgain() {
    ModelRun run =
        run("")
            .briefed(BOTH)
            .send(0, reply(main(1)))
            .send(200, result("call_1"))
            .send(201, result("call_1"))
            .send(300, reply(main(2)))
            .send(1_000, reply(main(3)))
            .run();

    assertThat(run.acks()).containsExactly(Ack.DONE, Ack.DONE, Ack.NOTHING, Ack.DONE, Ack.DONE);
    assertSpeaks(run, main(2));
    assertThat(run.calls(main(3))).extracting(ToolCall::callId).containsExactly("call_2");
  }

  @Test
  void resultThatIsLate_isSpokenAboutWhenItComes() {
    ModelRun run =
        run("")
            .briefed(BOTH)
            .send(0, reply(main(1)))
            .send(300, reply(main(2)))
            .send(1_000, result("call_1"))
            .send(1_100, reply(main(3)))
            .send(2_000, reply(main(4)))
            .run();

    assertSpeaks(run, main(2));
    assertSpeaks(run, main(3));
    assertThat(run.calls(main(4))).hasSize(1);
  }

  @Test
  void callCancelledBeforeItLeft_wasNone() {
    ModelRun run =
        run("")
            .briefed(BOTH)
            .send(0, reply(main(1)))
            .send(50, new Command.Cancel(main(1)))
            .send(300, reply(main(2)))
            .run();

    assertThat(run.signals(main(1))).containsExactly(new ReplySignal.Started(main(1)));
    assertThat(run.calls(main(2))).extracting(ToolCall::callId).containsExactly("call_1");
  }

  @Test
  void none_speaks() {
    Brief none = BOTH.withChoice(new ToolChoice.None());
    assertSpeaks(run("").briefed(none).send(0, reply(main(1))).run(), main(1));
    assertSpeaks(run(",tool=book").briefed(none).send(0, reply(main(1))).run(), main(1));
  }

  @Test
  void forced_callsOnEveryReplyUntilTheResultIsThere() {
    ModelRun run =
        run("")
            .briefed(BOTH.withChoice(new ToolChoice.Named("menu")))
            .send(0, reply(main(1)))
            .send(1_000, reply(main(2)))
            .send(2_000, result("call_2"))
            .send(2_100, reply(main(3)))
            .send(3_000, reply(main(4)))
            .run();

    assertThat(run.calls(main(1))).extracting(ToolCall::name).containsExactly("menu");
    assertThat(run.calls(main(2))).extracting(ToolCall::name).containsExactly("menu");
    assertSpeaks(run, main(3));
    assertThat(run.calls(main(4))).hasSize(1);
  }

  @Test
  void required_isMet_andOnlyByWhatIsOffered() {
    Brief required = BOTH.withChoice(new ToolChoice.Required());
    assertThat(run("").briefed(required).send(0, reply(main(1))).run().calls(main(1)))
        .extracting(ToolCall::name)
        .containsExactly("book");
    Brief impossible = BOTH.withChoice(new ToolChoice.Named("dance"));
    assertSpeaks(run("").briefed(impossible).send(0, reply(main(1))).run(), main(1));
    assertSpeaks(
        run("").briefed(required.withTools(List.of())).send(0, reply(main(1))).run(), main(1));
  }

  @Test
  void ownBrief_holdsForOneReply() {
    ModelRun run =
        run("")
            .briefed(BOTH)
            .send(0, by(BOTH.withTools(List.of()), main(1)))
            .send(1_000, by(BOTH.withTools(List.of(MENU)), main(2)))
            .send(2_000, result("call_1"))
            .send(2_100, reply(main(3)))
            .send(3_000, reply(main(4)))
            .run();

    assertSpeaks(run, main(1));
    assertThat(run.calls(main(2))).extracting(ToolCall::name).containsExactly("menu");
    assertSpeaks(run, main(3));
    assertThat(run.calls(main(4))).extracting(ToolCall::name).containsExactly("book");
  }

  @Test
  void ownInput_endingWithAResult_isSpokenAbout() {
    Command.Reply ask =
        new Command.Reply(
            ReplySpec.asConfigured()
                .withInput(List.of(new Item.ToolResult("i1", "call_9", "{\"ok\":true}"))),
            main(1));
    assertSpeaks(run("").briefed(BOTH).send(0, ask).run(), main(1));
  }

  @Test
  void toolOption_choosesAmongThoseOffered() {
    ModelRun run = run(",tool=menu").briefed(BOTH).send(0, reply(main(1))).run();

    assertThat(run.calls(main(1)))
        .containsExactly(new ToolCall(main(1), 0, "call_1", "menu", "{}"));
  }

  @Test
  void calls_two_goToDifferentTools_orTwiceToTheOnlyOne() {
    ModelRun run = run(",calls=2").briefed(BOTH).send(0, reply(main(1))).run();
    assertThat(run.calls(main(1)))
        .extracting(c -> c.part() + " " + c.callId() + " " + c.name())
        .containsExactly("0 call_1 book", "1 call_2 menu");

    ModelRun same =
        run(",calls=2,tool=menu")
            .briefed(BOTH.withChoice(new ToolChoice.Named("book")))
            .send(0, reply(main(1)))
            .run();
    assertThat(same.calls(main(1)))
        .extracting(c -> c.part() + " " + c.callId() + " " + c.name())
        .containsExactly("0 call_1 book", "1 call_2 book");
  }

  @Test
  void preamble_comesBeforeTheCalls_inTheSameReply() {
    ModelRun run = run(",calls=2,preamble=500ms").briefed(BOTH).send(0, reply(main(1))).run();

    assertThat(run.signals(main(1)))
        .filteredOn(f -> f instanceof ReplySignal.PartStarted || f instanceof ReplySignal.PartEnded)
        .containsExactly(
            new ReplySignal.PartStarted(main(1), 0, Kind.SPEECH),
            new ReplySignal.PartEnded(main(1), 0),
            new ReplySignal.PartStarted(main(1), 1, Kind.TOOL_CALL),
            new ReplySignal.PartEnded(main(1), 1),
            new ReplySignal.PartStarted(main(1), 2, Kind.TOOL_CALL),
            new ReplySignal.PartEnded(main(1), 2));
    assertThat(run.samples(main(1))).isEqualTo(RATE / 2);
    assertThat(run.audio(main(1))).allSatisfy(a -> assertThat(a.part()).isZero());
    assertThat(run.words(main(1), 0)).isNotEmpty();
    assertThat(run.calls(main(1))).hasSize(2);

    ModelRun text =
        run(",preamble=1s").briefed(BOTH.withOutput(Output.TEXT)).send(0, reply(main(1))).run();
    assertThat(text.words(main(1), 0)).isEqualTo("Thank you for");
    assertThat(text.calls(main(1))).extracting(ToolCall::part).containsExactly(1);
  }

  @Test
  void preamble_cancelled_takesItsCallsAlong() {
    ModelRun run =
        run(",preamble=5s")
            .briefed(BOTH)
            .inRealTime()
            .send(0, reply(main(1)))
            .send(1_000, new Command.Cancel(main(1)))
            .send(2_000, reply(main(2)))
            .run();

    assertThat(run.calls(main(1))).isEmpty();
    assertThat(run.calls(main(2))).extracting(ToolCall::callId).containsExactly("call_1");
  }

  @Test
  void side_callsOnlyWhenForced_andLeavesTheConversationAlone() {
    ModelRun run =
        run("")
            .briefed(BOTH)
            .send(0, reply(side(1)))
            .send(0, by(BOTH.withChoice(new ToolChoice.Required()), side(2)))
            .send(500, result("call_1"))
            .send(1_000, reply(main(1)))
            .run();

    assertSpeaks(run, side(1));
    assertThat(run.calls(side(2))).extracting(ToolCall::callId).containsExactly("call_1");
    assertThat(run.acks().get(2)).isEqualTo(Ack.DONE);
    assertThat(run.calls(main(1))).extracting(ToolCall::callId).containsExactly("call_2");
  }

  @Test
  void limit_reachedInTheArguments_makesNoCall() {
    ModelRun run =
        run("")
            .briefed(BOTH.withMostTokens(OptionalInt.of(2)))
            .send(0, reply(main(1)))
            .send(500, by(BOTH, main(2)))
            .run();

    assertThat(run.calls(main(1))).isEmpty();
    assertThat(
            run.signals(main(1)).stream()
                .filter(ReplySignal.ToolCallDelta.class::isInstance)
                .map(f -> ((ReplySignal.ToolCallDelta) f).json())
                .collect(Collectors.joining()))
        .hasSize(8);
    assertThat(run.outcome(main(1))).isEqualTo(Outcome.LIMITED);
    assertThat(run.calls(main(2)))
        .extracting(ToolCall::callId)
        .as("the first had its name already")
        .containsExactly("call_2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not JSON",
        "{\"type\":\"string\"}",
        "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":false}}"
      })
  void schemaThatNothingFits_failsTheReply(String schema) {
    ModelRun run =
        run("")
            .briefed(Brief.defaults().withTools(List.of(new ToolSpec("odd", "", schema))))
            .send(0, reply(main(1)))
            .run();

    assertThat(run.frames())
        .containsExactly(
            new ReplySignal.Started(main(1)),
            new Signal.Failure("scripted", "it finds no arguments that the tool's schema accepts"),
            new ReplySignal.Ended(main(1), Outcome.FAILED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"type\":\"object\",\"properties\":{}}"})
  void schemaThatAsksForNothing_getsAnEmptyObject(String schema) {
    ModelRun run =
        run("")
            .briefed(Brief.defaults().withTools(List.of(new ToolSpec("any", "", schema))))
            .send(0, reply(main(1)))
            .run();

    assertThat(run.calls(main(1))).extracting(ToolCall::arguments).containsExactly("{}");
  }

  @Test
  void twoRuns_areTheSame() {
    assertThat(whole()).isEqualTo(whole());
  }

  private static List<ModelRun.Event> whole() {
    return run(",calls=3,preamble=1s,fail=3")
        .briefed(BOTH)
        .send(0, reply(main(1)))
        .send(0, reply(side(1)))
        .send(1_000, result("call_1"))
        .send(1_000, reply(main(2)))
        .run()
        .events();
  }
}
