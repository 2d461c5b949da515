package dev.parley.scripted;

import static dev.parley.scripted.ModelRun.main;
import static dev.parley.scripted.ModelRun.reply;
import static dev.parley.scripted.ModelRun.say;
import static dev.parley.scripted.ModelRun.side;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Heard;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.Part;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.OfReply;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Command;
import dev.parley.engine.model.Voice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScriptedModelTest {

  private static final AudioFormat CALLER = AudioFormat.pcm16(24_000);
  private static final int RATE = 24_000;

  private static ScriptedModel model(String spec) {
    return new ScriptedModel(ScriptedSettings.parse(spec), new ToneVoice());
  }

  private static ModelRun run(String spec) {
    return new ModelRun(model(spec), CALLER);
  }

  @Test
  void prepare_hasTheVoiceSaySomething_whichLoadsIt() {
    List<String> said = new ArrayList<>();
    Voice voice = new ToneVoice();
    Voice listened =
        new Voice() {
          @Override
          public String name() {
            return voice.name();
          }

          @Override
          public int rate() {
            return voice.rate();
          }

          @Override
          public void speak(String text, Predicate<Samples> out) {
            said.add(text);
            voice.speak(text, out);
          }
        };
    new ScriptedModel(ScriptedSettings.defaults(), listened).prepare();

    assertThat(said).hasSize(1);
  }

  @Test
  void reply_asked_speaksExactlyAsLongAsSetAfterThinking() {
    ModelRun run = run("scripted:think=150ms,reply=4s").send(1_000, reply(main(1))).run();

    assertThat(run.acks()).containsExactly(Ack.DONE);
    assertThat(run.samples(main(1))).isEqualTo(4L * RATE);
    assertThat(run.frames().getFirst()).isEqualTo(new ReplySignal.Started(main(1)));
    assertThat(run.frames().get(1))
        .isEqualTo(new ReplySignal.PartStarted(main(1), 0, ReplySignal.Kind.SPEECH));
    assertThat(run.frames().getLast())
        .isEqualTo(new ReplySignal.Ended(main(1), ReplySignal.Outcome.COMPLETED));
    assertThat(run.events().getFirst().at()).isEqualTo(Duration.ofSeconds(1));
    assertThat(run.events().get(1).at()).isEqualTo(Duration.ofMillis(1_150));
    assertThat(run.events().get(2).frame()).isInstanceOf(Spoken.class);
  }

  @Property(tries = 12)
  void reply_anyLength_isWellFormed(@ForAll @IntRange(min = 1, max = 9_000) int millis) {
    ModelRun run = run("scripted:reply=" + millis + "ms").send(0, reply(main(1))).run();

    assertThat(run.samples(main(1))).isEqualTo(millis * (RATE / 1_000L));
    assertWellFormed(run.frames(), main(1));
  }

  @Test
  void reply_twoRuns_areTheSame() {
    String spec = "scripted:think=30ms,reply=2.5s";
    assertThat(run(spec).send(5, reply(main(1))).run().events())
        .isEqualTo(run(spec).send(5, reply(main(1))).run().events());
  }

  @Test
  void words_alwaysComeBehindTheirAudio() {
    String text = "One two three four five. Six seven eight!";
    ModelRun run = run("scripted").send(0, new Command.Say(text, say(1))).run();

    StringBuilder told = new StringBuilder();
    long spoken = 0;
    long whole = run.samples(say(1));
    for (Outbound frame : run.frames()) {
      if (frame instanceof Spoken audio) {
        spoken += audio.samples().count();
      } else if (frame instanceof ReplySignal.TextDelta words) {
        told.append(words.text());
        assertThat(text).startsWith(told.toString());
        assertThat((double) told.length() / text.length())
            .isLessThanOrEqualTo(1.15 * spoken / whole + 0.02);
      }
    }
    assertThat(told).hasToString(text);
  }

  @Test
  void cancel_inMidReply_nothingOfItFollows() {
    List<Outbound> after = new ArrayList<>();
    ModelRun run =
        run("scripted:think=0ms,reply=3s")
            .inRealTime()
            .send(10, reply(main(1)))
            .send(1_015, new Command.Cancel(main(1)))
            .send(1_020, new Command.Cancel(main(1)))
            .send(1_030, reply(main(2)))
            .send(1_030, reply(main(2)))
            .run();
    assertThat(run.samples(main(1))).isBetween(RATE * 1L, RATE * 13L / 10);
    run.events().stream()
        .filter(e -> e.at().toMillis() > 1_015 + 100) // a frame the probe had asked for before
        .forEach(e -> after.add(e.frame()));

    assertThat(run.acks()).containsExactly(Ack.DONE, Ack.DONE, Ack.NOTHING, Ack.DONE, Ack.NOTHING);
    assertThat(after).allSatisfy(frame -> assertThat(((OfReply) frame).epoch()).isEqualTo(main(2)));
    assertThat(run.samples(main(2))).isEqualTo(3L * RATE);
  }

  @Test
  void cancel_whileThinking_neverSpeaks() {
    ModelRun run =
        run("scripted:think=500ms")
            .send(0, reply(main(1)))
            .send(200, new Command.Cancel(main(1)))
            .run();

    assertThat(run.frames()).containsExactly(new ReplySignal.Started(main(1)));
  }

  @Test
  void say_besideAReply_isNotLostAndNotMixedIn() {
    ModelRun run =
        run("scripted:reply=3s")
            .send(0, reply(main(1)))
            .send(0, new Command.Say("A word from the house.", say(1)))
            .run();

    List<Epoch> speakers =
        run.frames().stream()
            .filter(Spoken.class::isInstance)
            .map(f -> ((Spoken) f).epoch())
            .toList();
    assertThat(speakers.stream().distinct()).hasSize(2);
    long changes = 0;
    for (int i = 1; i < speakers.size(); i++) {
      changes += speakers.get(i).equals(speakers.get(i - 1)) ? 0 : 1;
    }
    assertThat(changes).isEqualTo(1);
    for (Epoch epoch : speakers.stream().distinct().toList()) {
      assertWellFormed(run.frames(), epoch);
    }
  }

  @Test
  void side_besideAReply_waitsForNobody() {
    ModelRun run =
        run("scripted:reply=3s")
            .inRealTime()
            .send(0, reply(main(1)))
            .send(1_000, reply(side(1)))
            .send(1_000, reply(side(2)))
            .run();

    Map<Epoch, Duration> firstAudio = new LinkedHashMap<>();
    Map<Epoch, Duration> lastAudio = new LinkedHashMap<>();
    for (ModelRun.Event event : run.events()) {
      if (event.frame() instanceof Spoken audio) {
        firstAudio.putIfAbsent(audio.epoch(), event.at());
        lastAudio.put(audio.epoch(), event.at());
      }
    }
    for (Epoch epoch : List.of(main(1), side(1), side(2))) {
      assertThat(run.samples(epoch)).isEqualTo(3L * RATE);
      assertWellFormed(run.frames(), epoch);
    }
    assertThat(firstAudio.get(side(1))).isLessThan(lastAudio.get(main(1)));
    assertThat(firstAudio.get(side(2))).isLessThan(lastAudio.get(side(1)));
  }

  @Test
  void tool_set_callsThenSpeaksToTheAnswerThenCallsAgain() {
    ModelRun run =
        run("scripted:think=100ms,reply=200ms,tool=order_status")
            .send(0, reply(main(1)))
            .send(200, new Command.ToolResult("call_1", "{\"ok\":true}"))
            .send(201, new Command.ToolResult("call_1", "{}"))
            .send(300, reply(main(2)))
            .send(1_000, reply(main(3)))
            .run();

    assertThat(run.acks()).containsExactly(Ack.DONE, Ack.DONE, Ack.NOTHING, Ack.DONE, Ack.DONE);
    assertThat(run.frames().subList(0, 7))
        .containsExactly(
            new ReplySignal.Started(main(1)),
            new ReplySignal.PartStarted(main(1), 0, ReplySignal.Kind.TOOL_CALL),
            new ReplySignal.CallStarted(main(1), 0, "call_1", "order_status"),
            new ReplySignal.ToolCallDelta(main(1), 0, "{}"),
            new ReplySignal.ToolCall(main(1), 0, "call_1", "order_status", "{}"),
            new ReplySignal.PartEnded(main(1), 0),
            new ReplySignal.Ended(main(1), ReplySignal.Outcome.COMPLETED));
    assertThat(run.samples(main(2))).isEqualTo(RATE / 5);
    assertThat(run.frames())
        .contains(new ReplySignal.ToolCall(main(3), 0, "call_2", "order_status", "{}"));
  }

  @Test
  void tool_notAmongThoseOfTheReply_isNotCalled() {
    ReplySpec none = ReplySpec.by(Brief.defaults());
    ModelRun run =
        run("scripted:reply=1s,tool=lookup").send(0, new Command.Reply(none, main(1))).run();

    assertThat(run.samples(main(1))).isEqualTo(RATE);
  }

  @Test
  void voice_breaksDown_replyFailsAndTheNextOneWorks() {
    Voice hoarse =
        new Voice() {
          private boolean broken = true;

          @Override
          public String name() {
            return "hoarse";
          }

          @Override
          public int rate() {
            return RATE;
          }

          @Override
          public void speak(String text, Predicate<Samples> out) {
            if (broken) {
              broken = false;
              throw new IllegalStateException("secret words");
            }
            new ToneVoice().speak(text, out);
          }
        };
    ModelRun run =
        new ModelRun(new ScriptedModel(ScriptedSettings.defaults(), hoarse), CALLER)
            .send(0, reply(main(1)))
            .send(1_000, reply(main(2)))
            .run();

    assertThat(run.frames().subList(0, 3))
        .containsExactly(
            new ReplySignal.Started(main(1)),
            new Signal.Failure("scripted", "its voice broke down"),
            new ReplySignal.Ended(main(1), ReplySignal.Outcome.FAILED));
    assertThat(run.samples(main(2))).isEqualTo(4L * RATE);
  }

  @Test
  void mute_voice_keepsTheLength() {
    Voice mute =
        new Voice() {
          @Override
          public String name() {
            return "mute";
          }

          @Override
          public int rate() {
            return RATE;
          }

          @Override
          public void speak(String text, Predicate<Samples> out) {}
        };
    ModelRun run =
        new ModelRun(new ScriptedModel(ScriptedSettings.defaults(), mute), CALLER)
            .send(0, reply(main(1)))
            .run();

    assertThat(run.samples(main(1))).isEqualTo(4L * RATE);
  }

  @Test
  void commands_ofTheConversation_areAnswered() {
    Item item = new Item.Message("i1", Item.Role.CALLER, List.of(new Part.Text("what is said")));
    Position somewhere = new Position(480, RATE);
    ModelRun run =
        run("scripted:reply=100ms")
            .send(0, new Command.AddItem(item))
            .send(1, new Command.AddItem(item))
            .send(2, new Command.RemoveItem("i1"))
            .send(3, new Command.RemoveItem("i1"))
            .send(4, new Command.Commit(somewhere))
            .send(5, new Command.Clear(somewhere))
            .send(6, new Command.Configure(Brief.defaults()))
            .send(7, new Command.ToolResult("call_9", "{}"))
            .send(8, heard(main(1)))
            .send(9, reply(main(1)))
            .send(1_000, heard(main(1)))
            .run();

    assertThat(run.acks())
        .containsExactly(
            Ack.DONE,
            Ack.NOTHING,
            Ack.DONE,
            Ack.NOTHING,
            Ack.DONE,
            Ack.DONE,
            Ack.DONE,
            Ack.NOTHING,
            Ack.NOTHING,
            Ack.DONE,
            Ack.DONE);
  }

  @Test
  void hangingUp_endsTheStreamAtOnceAndCommandsAreGone() {
    ModelRun run =
        run("scripted:think=1s,reply=5s")
            .send(0, reply(main(1)))
            .hangsUpAt(500)
            .send(600, reply(main(2)))
            .run();

    assertThat(run.frames()).containsExactly(new ReplySignal.Started(main(1)));
  }

  private static Command heard(Epoch epoch) {
    return new Command.Truncate(new Heard(epoch, 0, new Position(10, RATE), Heard.Basis.COUNTED));
  }

  /** One start, one end, one part, unbroken positions, nothing outside. */
  static void assertWellFormed(List<Outbound> all, Epoch epoch) {
    List<Outbound> frames =
        all.stream().filter(f -> f instanceof OfReply r && r.epoch().equals(epoch)).toList();
    assertThat(frames.getFirst()).isInstanceOf(ReplySignal.Started.class);
    assertThat(frames.get(1)).isInstanceOf(ReplySignal.PartStarted.class);
    assertThat(frames.get(frames.size() - 2)).isInstanceOf(ReplySignal.PartEnded.class);
    assertThat(frames.getLast()).isInstanceOf(ReplySignal.Ended.class);
    Position next = Position.start(RATE);
    for (Outbound frame : frames.subList(2, frames.size() - 2)) {
      if (frame instanceof Spoken audio) {
        assertThat(audio.position()).isEqualTo(next);
        assertThat(audio.samples().count()).isLessThanOrEqualTo(RATE / 10);
        next = audio.end();
      } else {
        assertThat(frame).isInstanceOf(ReplySignal.TextDelta.class);
      }
    }
  }
}
