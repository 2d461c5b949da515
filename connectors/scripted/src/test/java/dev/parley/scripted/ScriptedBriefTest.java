package dev.parley.scripted;

import static dev.parley.scripted.ModelRun.main;
import static dev.parley.scripted.ModelRun.reply;
import static dev.parley.scripted.ModelRun.say;
import static dev.parley.scripted.ModelRun.side;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Output;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.conversation.Transcription;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.OfReply;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Command;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the scripted model heeds its brief: form, length, transcription; and how it breaks down. */
class ScriptedBriefTest {

  private static final int RATE = 24_000;
  private static final Brief SPEECH = Brief.defaults();
  private static final Brief TEXT = SPEECH.withOutput(Output.TEXT);
  private static final Brief WRITTEN_DOWN =
      SPEECH.withTranscription(Optional.of(new Transcription(Optional.empty(), Optional.empty())));

  private static ModelRun run(String spec) {
    return new ModelRun(model(spec), AudioFormat.pcm16(RATE));
  }

  private static ScriptedModel model(String spec) {
    return new ScriptedModel(ScriptedSettings.parse(spec), new ToneVoice());
  }

  private static Brief most(Brief brief, int tokens) {
    return brief.withMostTokens(OptionalInt.of(tokens));
  }

  @Test
  void text_isWrittenWordByWord() {
    ModelRun run = run("scripted:reply=2s").briefed(TEXT).send(0, reply(main(1))).run();

    assertThat(run.words(main(1), 0)).isEqualTo("Thank you for calling, I am");
    List<OfReply> signals = run.signals(main(1));
    assertThat(signals).hasSize(2 + 6 + 2);
    assertThat(signals.get(1)).isEqualTo(new ReplySignal.PartStarted(main(1), 0, Kind.TEXT));
    assertThat(signals.get(2)).isEqualTo(new ReplySignal.TextDelta(main(1), 0, "Thank"));
    assertThat(signals.get(3)).isEqualTo(new ReplySignal.TextDelta(main(1), 0, " you"));
    assertThat(signals.get(8)).isEqualTo(new ReplySignal.PartEnded(main(1), 0));
    assertThat(run.outcome(main(1))).isEqualTo(Outcome.COMPLETED);
    assertThat(run.audio(main(1))).isEmpty();
  }

  @Test
  void text_ofTheShortestReply_isAWord() {
    assertThat(
            run("scripted:reply=1ms").briefed(TEXT).send(0, reply(main(1))).run().words(main(1), 0))
        .isEqualTo("Thank");
  }

  @Test
  void ownBrief_isForOneReply_andSaysAreAlwaysSpoken() {
    ModelRun run =
        run("scripted:reply=1s")
            .briefed(most(TEXT, 1))
            .send(0, new Command.Reply(ReplySpec.by(SPEECH), main(1)))
            .send(2_000, new Command.Say("A word from the house.", say(1)))
            .send(4_000, new Command.Reply(ReplySpec.by(SPEECH), side(1)))
            .run();

    assertThat(run.samples(main(1))).isEqualTo(RATE);
    assertThat(run.samples(side(1))).isEqualTo(RATE);
    assertThat(run.words(say(1), 0)).isEqualTo("A word from the house.");
    assertThat(run.audio(say(1))).isNotEmpty();
    assertThat(run.outcome(say(1))).isEqualTo(Outcome.COMPLETED);
  }

  @Test
  void configure_holdsFromTheNextReplyOn() {
    ModelRun run =
        run("scripted:think=500ms,reply=1s")
            .send(0, reply(main(1)))
            .send(100, new Command.Configure(TEXT))
            .send(3_000, reply(main(2)))
            .run();

    assertThat(run.samples(main(1))).isEqualTo(RATE);
    assertThat(run.audio(main(2))).isEmpty();
    assertThat(run.words(main(2), 0)).isEqualTo("Thank you for");
  }

  @Test
  void speech_tellsItsWordsBetweenItsAudio() {
    ModelRun run = run("scripted:reply=4s").send(0, reply(main(1))).run();

    List<Outbound> frames = run.frames();
    long changes = 0;
    for (int i = 1; i < frames.size(); i++) {
      boolean word = frames.get(i) instanceof ReplySignal.TextDelta;
      changes += word && frames.get(i - 1) instanceof Spoken ? 1 : 0;
    }
    assertThat(changes).isGreaterThan(5);
  }

  @ParameterizedTest
  @CsvSource({"1,LIMITED", "13,LIMITED", "39,LIMITED", "40,COMPLETED", "41,COMPLETED"})
  void limit_ofSpeech_is50MillisecondsAToken(int tokens, Outcome outcome) {
    ModelRun run =
        run("scripted:reply=2s").briefed(most(SPEECH, tokens)).send(0, reply(main(1))).run();

    assertThat(run.samples(main(1))).isEqualTo(Math.min(2 * RATE, tokens * RATE / 20));
    assertThat(run.outcome(main(1))).isEqualTo(outcome);
    ScriptedModelTest.assertWellFormed(run.frames(), main(1));
  }

  @ParameterizedTest
  @CsvSource({
    "1,LIMITED,Than",
    "3,LIMITED,Thank you fo",
    "7,COMPLETED,'Thank you for calling, I am'"
  })
  void limit_ofText_isFourLettersAToken(int tokens, Outcome outcome, String text) {
    ModelRun run =
        run("scripted:reply=2s").briefed(most(TEXT, tokens)).send(0, reply(main(1))).run();

    assertThat(run.words(main(1), 0)).isEqualTo(text);
    assertThat(run.outcome(main(1))).isEqualTo(outcome);
    assertThat(run.signals(main(1)))
        .element(run.signals(main(1)).size() - 2)
        .isEqualTo(new ReplySignal.PartEnded(main(1), 0));
  }

  @Test
  void limit_spentByThePreamble_leavesNoneForTheCall() {
    ModelRun run =
        run("scripted:preamble=500ms,tool=book")
            .briefed(most(SPEECH, 10))
            .send(0, reply(main(1)))
            .run();

    assertThat(run.samples(main(1))).isEqualTo(RATE / 2);
    assertThat(run.calls(main(1))).isEmpty();
    assertThat(run.outcome(main(1))).isEqualTo(Outcome.LIMITED);
  }

  @Test
  void limit_ofAScriptLine_cutsWhatItSays() {
    ModelRun run =
        new ModelRun(
                ScriptFileModel.of(
                    "demo", List.of("say One two three four five. Six."), new ToneVoice()),
                AudioFormat.pcm16(RATE))
            .briefed(most(SPEECH, 10))
            .send(0, reply(main(1)))
            .send(2_000, new Command.Reply(ReplySpec.by(most(SPEECH, 1_000)), main(2)))
            .run();

    assertThat(run.samples(main(1))).isEqualTo(RATE / 2);
    assertThat("One two three four five. Six.").startsWith(run.words(main(1), 0));
    assertThat(run.outcome(main(1))).isEqualTo(Outcome.LIMITED);
    assertThat(run.words(main(2), 0)).isEqualTo("One two three four five. Six.");
    assertThat(run.outcome(main(2))).isEqualTo(Outcome.COMPLETED);
  }

  @Test
  void hears_whereWanted_isWrittenDownForEachTurn() {
    Position until = new Position(24_000, RATE);
    ModelRun run =
        run("scripted:hears=book a table")
            .briefed(WRITTEN_DOWN)
            .send(0, new Command.Commit(until))
            .send(0, reply(main(1)))
            .send(0, new Command.Cancel(main(1)))
            .send(5_000, new Command.Configure(SPEECH))
            .send(5_001, new Command.Commit(until))
            .run();

    assertThat(run.acks()).doesNotContain(Ack.NOTHING);
    assertThat(run.frames())
        .filteredOn(Signal.class::isInstance)
        .containsExactly(
            new Signal.Words("book", until, false),
            new Signal.Words(" a", until, false),
            new Signal.Words(" table", until, false),
            new Signal.Words("book a table", until, true));
  }

  @Test
  void hears_ofTurnsInARow_isToldTurnByTurn() {
    Position first = new Position(24_000, RATE);
    Position second = new Position(48_000, RATE);
    ModelRun run =
        run("scripted:hears=yes")
            .briefed(WRITTEN_DOWN)
            .send(0, new Command.Commit(first))
            .send(0, new Command.Commit(second))
            .run();

    assertThat(run.frames())
        .containsExactly(
            new Signal.Words("yes", first, false),
            new Signal.Words("yes", first, true),
            new Signal.Words("yes", second, false),
            new Signal.Words("yes", second, true));
  }

  @Test
  void hears_notGiven_saysSoAndTellsNothing() {
    assertThat(model("scripted").capabilities().transcribes()).isFalse();
    assertThat(model("scripted:hears=yes").capabilities().transcribes()).isTrue();
    assertThat(
            run("scripted")
                .briefed(WRITTEN_DOWN)
                .send(0, new Command.Commit(new Position(24_000, RATE)))
                .run()
                .frames())
        .isEmpty();
  }

  @Test
  void fail_breaksEveryNthReplyMidway() {
    ModelRun run =
        run("scripted:reply=1s,fail=2")
            .send(0, reply(main(1)))
            .send(2_000, reply(main(2)))
            .send(4_000, reply(main(3)))
            .send(6_000, new Command.Reply(ReplySpec.by(TEXT), main(4)))
            .run();

    assertThat(run.outcome(main(1))).isEqualTo(Outcome.COMPLETED);
    assertThat(run.samples(main(2))).isEqualTo(RATE / 2);
    assertThat(run.outcome(main(3))).isEqualTo(Outcome.COMPLETED);
    assertThat(run.words(main(4), 0)).isEqualTo("Thank you");
    List<Outbound> frames = run.frames();
    int end = frames.indexOf(new ReplySignal.Ended(main(2), Outcome.FAILED));
    assertThat(frames.subList(end - 2, end))
        .containsExactly(
            new Signal.Failure("scripted", "it breaks down here, as it was told to"),
            new ReplySignal.PartEnded(main(2), 0));
    assertThat(run.outcome(main(4))).isEqualTo(Outcome.FAILED);
  }

  @Test
  void fail_inACall_makesNone() {
    ModelRun run = run("scripted:tool=book,fail=1").send(0, reply(main(1))).run();

    assertThat(run.calls(main(1))).isEmpty();
    assertThat(run.outcome(main(1))).isEqualTo(Outcome.FAILED);
  }
}
