package dev.parley.speech.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Effort;
import dev.parley.engine.conversation.Heard;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.Part;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.conversation.Transcription;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.OfReply;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.model.Command;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.SpokenTools;
import dev.parley.speech.FreeTtsVoice;
import dev.parley.speech.agent.AgentSettings;
import dev.parley.testkit.Frames;
import dev.parley.testkit.contract.BackendRun;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CascadeTest {

  private static final int ALL = 100_000;
  private static final int RATE = 24_000;
  private static final ToolSpec ORDER =
      new ToolSpec(
          "order_status",
          "Tells the status of an order",
          """
          {"type":"object","required":["code"],"additionalProperties":false,
           "properties":{"code":{"type":"string","pattern":"^[A-Z]-[0-9]{3}[A-Z]-[0-9][A-Z][0-9]$",
             "description":"order code"}}}
          """);
  private static final Brief BRIEF = Brief.defaults().withTools(List.of(ORDER));
  private static final String CODE = "order r dash six two zero a dash nine c two";

  private static final FreeTtsVoice VOICE = new FreeTtsVoice();

  static Cascade cascade(Hearing hearing) {
    return new Cascade(
        hearing,
        /* capacity= */ 3,
        name -> VOICE,
        AgentSettings.defaults(),
        tools -> SpokenTools.compile(tools));
  }

  private static BackendRun run(Hearing hearing) {
    return new BackendRun(cascade(hearing));
  }

  private static BackendRun turn(BackendRun run, int number) {
    run.hear(Frames.tone(300, RATE, RATE / 2));
    run.send(new Command.Commit(new Position((long) number * RATE / 2, RATE)));
    run.send(new Command.Reply(ReplySpec.asConfigured(), Frames.main(number)));
    return run.listen(ALL);
  }

  private static String words(BackendRun run, Epoch epoch) {
    return run.of(epoch).stream()
        .filter(ReplySignal.TextDelta.class::isInstance)
        .map(frame -> ((ReplySignal.TextDelta) frame).text())
        .collect(Collectors.joining());
  }

  private static List<ReplySignal.ToolCall> calls(BackendRun run, Epoch epoch) {
    return run.of(epoch).stream()
        .filter(ReplySignal.ToolCall.class::isInstance)
        .map(ReplySignal.ToolCall.class::cast)
        .toList();
  }

  @Test
  void speech_becomesACall_andItsResultIsSpoken() {
    try (BackendRun run = run(new FakeHearing(CODE))) {
      run.send(
          new Command.Configure(
              BRIEF.withInstructions("say when order_status: Order {code} is {status}.")));
      turn(run, 1);

      assertThat(calls(run, Frames.main(1)))
          .singleElement()
          .satisfies(
              call -> {
                assertThat(call.name()).isEqualTo("order_status");
                assertThat(call.arguments()).isEqualTo("{\"code\":\"R-620A-9C2\"}");
              });
      String callId = calls(run, Frames.main(1)).getFirst().callId();
      run.send(new Command.ToolResult(callId, "{\"status\":\"on its way\"}"));
      run.send(new Command.Reply(ReplySpec.asConfigured(), Frames.main(2)));
      run.listen(ALL);
      assertThat(words(run, Frames.main(2))).contains("on its way");
      assertThat(Frames.audio(run.of(Frames.main(2))).count()).isGreaterThan(8_000);
    }
  }

  @Test
  void prepare_hearsOnce_beforeAnySessionDoes() {
    FakeHearing hearing = new FakeHearing(CODE);
    Cascade cascade = cascade(hearing);
    assertThat(hearing.asked()).isEmpty();
    cascade.prepare();

    assertThat(hearing.asked()).hasSize(1);
    assertThat(cascade.effort()).isEqualTo(hearing.asked().getFirst().effort());
  }

  @Test
  void hearing_isToldWhatIsExpected_andTheBriefsEffort() {
    FakeHearing hearing = new FakeHearing("order status", "r six two zero a nine c two");
    try (BackendRun run = run(hearing)) {
      run.send(new Command.Configure(BRIEF.withEffort(Effort.HIGH)));
      turn(run, 1);
      run.send(new Command.Configure(BRIEF.withEffort(Effort.LOW)));
      turn(run, 2);

      assertThat(hearing.asked())
          .extracting(FakeHearing.Asked::effort)
          .containsExactly(Effort.HIGH, Effort.LOW);
      assertThat(hearing.asked().getFirst().focus()).isInstanceOf(Focus.Anything.class);
      assertThat(hearing.asked().getLast().focus()).isInstanceOf(Focus.Argument.class);
      assertThat(calls(run, Frames.main(2))).hasSize(1);
    }
  }

  @Test
  void transcript_isTold_whereItIsWanted() {
    try (BackendRun run = run(new FakeHearing(CODE))) {
      run.send(
          new Command.Configure(
              BRIEF.withTranscription(
                  Optional.of(new Transcription(Optional.empty(), Optional.empty())))));
      turn(run, 1);

      assertThat(run.frames())
          .filteredOn(Signal.Words.class::isInstance)
          .last()
          .isEqualTo(new Signal.Words(CODE, new Position(RATE / 2, RATE), /* complete= */ true));
    }
  }

  @Test
  void recogniserThatBreaks_isTold_andTheCallGoesOn() {
    try (BackendRun run = run(new FakeHearing("BREAK", CODE))) {
      run.send(new Command.Configure(BRIEF));
      turn(run, 1);
      assertThat(run.frames()).anyMatch(Signal.Failure.class::isInstance);
      assertThat(words(run, Frames.main(1))).isNotEmpty();
      turn(run, 2);
      assertThat(calls(run, Frames.main(2))).hasSize(1);
    }
  }

  @Test
  void toolsThatAreNone_areTold_andTheOthersStay() {
    try (BackendRun run = run(new FakeHearing(CODE))) {
      run.send(new Command.Configure(BRIEF));
      run.send(
          new Command.Configure(
              Brief.defaults().withTools(List.of(new ToolSpec("bad", "", "no schema")))));
      turn(run, 1);
      assertThat(run.frames())
          .filteredOn(Signal.Failure.class::isInstance)
          .singleElement()
          .satisfies(told -> assertThat(((Signal.Failure) told).what()).contains("bad"));
      assertThat(calls(run, Frames.main(1))).hasSize(1);
    }
  }

  @Test
  void replyBeside_hasItsOwnTools_andLeavesTheConversationAlone() {
    try (BackendRun run = run(new FakeHearing(CODE))) {
      run.send(new Command.Configure(Brief.defaults()));
      run.send(
          new Command.Reply(
              ReplySpec.by(BRIEF)
                  .withInput(
                      List.of(
                          new Item.Message("i1", Item.Role.CALLER, List.of(new Part.Text(CODE))))),
              Frames.side(1)));
      run.listen(ALL);
      assertThat(calls(run, Frames.side(1)))
          .singleElement()
          .satisfies(call -> assertThat(call.arguments()).contains("R-620A-9C2"));
      turn(run, 1);
      assertThat(calls(run, Frames.main(1))).isEmpty();
    }
  }

  @Test
  void toolsThatWereNoneFromTheBeginning_areTold_andTheCallGoesOn() {
    Brief broken = Brief.defaults().withTools(List.of(new ToolSpec("bad", "", "no schema")));
    try (BackendRun run = run(new FakeHearing(CODE))) {
      run.send(new Command.Configure(broken));
      run.send(new Command.Reply(ReplySpec.by(broken), Frames.main(1)));
      assertThat(run.listen(ALL).frames()).anyMatch(Signal.Failure.class::isInstance);
      assertThat(words(run, Frames.main(1))).isNotEmpty();
    }
  }

  @Test
  void text_isAnsweredLikeSpeech() {
    try (BackendRun run = run(new FakeHearing())) {
      run.send(new Command.Configure(BRIEF));
      run.send(
          new Command.AddItem(
              new Item.Message(
                  "i1",
                  Item.Role.CALLER,
                  List.of(new Part.Text("Order R dash 6 2 0 A dash 9 C 2")))));
      run.send(new Command.Reply(ReplySpec.asConfigured(), Frames.main(1)));
      run.listen(ALL);
      List<OfReply> frames = run.of(Frames.main(1));
      assertThat(frames).isNotEmpty();
      assertThat(calls(run, Frames.main(1)).size() + words(run, Frames.main(1)).length())
          .isPositive();
    }
  }

  @Test
  void readBackThatWasCut_isAskedAgain() {
    try (BackendRun run = run(new FakeHearing("order status", ""))) {
      run.send(new Command.Configure(BRIEF));
      turn(run, 1);
      String question = words(run, Frames.main(1));
      run.send(
          new Command.Truncate(
              new Heard(Frames.main(1), 0, Position.start(16_000), Heard.Basis.COUNTED)));
      turn(run, 2);
      assertThat(words(run, Frames.main(2))).contains(question.substring(question.length() / 2));
    }
  }

  @Test
  void audioOfAnItem_isUnderstood() {
    FakeHearing hearing = new FakeHearing(CODE);
    try (BackendRun run = run(hearing)) {
      run.send(new Command.Configure(BRIEF));
      Samples audio = Frames.tone(300, RATE, RATE);
      run.send(
          new Command.AddItem(
              new Item.Message(
                  "i1",
                  Item.Role.CALLER,
                  List.of(new Part.Speech("", audio.count(), RATE, List.of(audio))))));
      run.send(new Command.Reply(ReplySpec.asConfigured(), Frames.main(1)));
      run.listen(ALL);
      assertThat(hearing.asked())
          .singleElement()
          .satisfies(asked -> assertThat(asked.samples()).isEqualTo(16_000));
      assertThat(calls(run, Frames.main(1))).hasSize(1);
    }
  }

  @Test
  void words_areToldWhileTheCallerSpeaks() {
    FakeHearing hearing =
        new FakeHearing("order r dash", "order r dash six", CODE, CODE, CODE, CODE);
    try (BackendRun run = run(hearing)) {
      run.send(
          new Command.Configure(
              BRIEF.withTranscription(
                  Optional.of(new Transcription(Optional.empty(), Optional.empty())))));
      run.hear(new Signal.SpeechStarted(at(0), at(0))).hear(Frames.tone(300, RATE, 2 * RATE));
      assertThat(run.listen(10).frames())
          .filteredOn(Signal.Words.class::isInstance)
          .extracting(words -> ((Signal.Words) words).text())
          .first()
          .isEqualTo("order r");
      run.hear(new Signal.SpeechStopped(at(2), at(2)));
      run.send(new Command.Commit(at(2)));
      String deltas =
          run.listen(ALL).frames().stream()
              .filter(frame -> frame instanceof Signal.Words words && !words.complete())
              .map(frame -> ((Signal.Words) frame).text())
              .collect(Collectors.joining());
      assertThat(deltas).isEqualTo(CODE);
    }
  }

  /** The deltas of two seconds of speech. */
  private static List<String> deltas(Transcription wish, FakeHearing hearing) {
    try (BackendRun run = run(hearing)) {
      run.send(new Command.Configure(BRIEF.withTranscription(Optional.of(wish))));
      if (!wish.withoutTurns()) {
        run.hear(new Signal.SpeechStarted(at(0), at(0)));
      }
      run.hear(Frames.tone(300, RATE, 2 * RATE));
      return run.listen(10).frames().stream()
          .filter(Signal.Words.class::isInstance)
          .map(frame -> ((Signal.Words) frame).text())
          .toList();
    }
  }

  private static FakeHearing growing() {
    return new FakeHearing(
        "order", "order r", "order r dash", "order r dash six", CODE, CODE, CODE, CODE, CODE, CODE);
  }

  @Test
  void shortDelay_tellsMoreOften_andLongDelayLessOften() {
    Transcription wish = new Transcription(Optional.empty(), Optional.empty());
    FakeHearing hasty = growing();
    FakeHearing patient = growing();

    List<String> soon = deltas(wish.withDelay(Transcription.Delay.MINIMAL), hasty);
    List<String> late = deltas(wish.withDelay(Transcription.Delay.XHIGH), patient);

    assertThat(soon.getFirst()).isEqualTo("order");
    assertThat(String.join("", soon)).startsWith("order r dash");
    assertThat(late).isEmpty();
    assertThat(hasty.asked()).hasSizeGreaterThan(3 * patient.asked().size());
    assertThat(hasty.asked().getFirst().effort()).isEqualTo(Effort.MINIMAL);
  }

  @Test
  void withoutTurns_wordsAreToldToo() {
    Transcription wish =
        new Transcription(Optional.empty(), Optional.empty())
            .withDelay(Transcription.Delay.LOW)
            .withoutTurns(true);

    assertThat(deltas(wish, growing())).first().isEqualTo("order");
  }

  private static Position at(double seconds) {
    return new Position(Math.round(seconds * RATE), RATE);
  }

  @Test
  void pause_isUnderstoodAtOnce_andTheTurnThatEndsThereNeedsNoMore() {
    FakeHearing hearing = new FakeHearing(CODE);
    try (BackendRun run = run(hearing)) {
      run.send(new Command.Configure(BRIEF));
      run.hear(Frames.tone(300, RATE, RATE)).hear(new Signal.SpeechStarted(at(0.1), at(0.2)));
      run.hear(new Signal.SpeechStopped(at(1), at(1)));
      assertThat(hearing.asked()).hasSize(1);
      run.hear(Samples.silence(RATE / 2));
      run.send(new Command.Commit(at(1.5)));
      run.send(new Command.Reply(ReplySpec.asConfigured(), Frames.main(1)));
      run.listen(ALL);
      assertThat(hearing.asked()).hasSize(1);
      assertThat(calls(run, Frames.main(1))).hasSize(1);
    }
  }

  @Test
  void pauseThatWasNoEnd_isUnderstoodWithWhatFollows() {
    FakeHearing hearing = new FakeHearing("order r dash six", CODE);
    try (BackendRun run = run(hearing)) {
      run.send(new Command.Configure(BRIEF));
      run.hear(Frames.tone(300, RATE, RATE)).hear(new Signal.SpeechStarted(at(0.1), at(0.2)));
      run.hear(new Signal.SpeechStopped(at(1), at(1)));
      assertThat(run.listen(10).frames()).contains(new Signal.Unfinished(at(1)));
      run.hear(new Signal.SpeechStarted(at(1), at(1))).hear(Frames.tone(300, RATE, RATE));
      run.hear(new Signal.SpeechStopped(at(2), at(2)));
      run.send(new Command.Commit(at(2)));
      run.send(new Command.Reply(ReplySpec.asConfigured(), Frames.main(1)));
      run.listen(ALL);
      assertThat(hearing.asked()).hasSize(2);
      assertThat(hearing.asked().getLast().samples())
          .isGreaterThan(hearing.asked().getFirst().samples());
      assertThat(calls(run, Frames.main(1))).hasSize(1);
    }
  }
}
