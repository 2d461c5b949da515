package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.audio.vad.EnergyDetector;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.session.SessionCommand;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Clients that send anything, while anything happens in their call: nothing breaks, everything that
 * they are told is in order, and afterwards they are served as if nothing had been.
 */
class ClientFramesTest {

  private static final int FRAMES = 150;

  /** 15,000 frames. */
  @Property(tries = 100, seed = "20261122", shrinking = ShrinkingMode.OFF)
  void anyFrames_inAnyCall_breakNothing(@ForAll long seed) {
    Random random = new Random(seed);
    Talk talk = Talk.open(new CallTuning(new Hearing(EnergyDetector.energy())));
    CallSim call = new CallSim(random);
    GoodFrames good = new GoodFrames(random, talk.line.events);
    Mutant mutant = new Mutant(random);
    for (int i = 0; i < FRAMES; i++) {
      String frame = good.next();
      long before = talk.line.errors();
      if (random.nextInt(3) == 0) {
        talk.frame(mutant.of(frame.replace("'event_id':'e", "'event_id':'zzz")));
      } else {
        talk.client(frame);
      }
      assertThat(talk.line.errors() - before).as("errors after " + frame).isBetween(0L, 1L);
      carry(talk, call);
      goOn(talk, call, random.nextInt(6));
      if (random.nextInt(40) == 0) {
        talk.dialogue.wake();
        carry(talk, call);
      }
    }
    assertEachErrorIsOfItsOwnEvent(talk);
    assertServed(talk, call);
  }

  /** Frames that no playout would send like that, as a bug of somebody else's might. */
  @Property(tries = 100, seed = "20261123", shrinking = ShrinkingMode.OFF)
  void callFramesOutOfOrder_breakNothing(@ForAll long seed) {
    Random random = new Random(seed);
    Talk talk = Talk.open();
    talk.line.order().rest();
    GoodFrames good = new GoodFrames(random, talk.line.events);
    for (int i = 0; i < FRAMES; i++) {
      if (random.nextBoolean()) {
        talk.client(good.next());
      } else {
        talk.call(anything(random));
      }
    }
    assertThat(talk.line.events).isNotEmpty();
  }

  private static Outbound anything(Random random) {
    Reply reply = new Reply(new Epoch(one(random, Epoch.Lane.values()), 1 + random.nextInt(3)));
    int part = random.nextInt(3);
    Position at = new Position(random.nextInt(100_000), AudioCodec.RATE);
    return switch (random.nextInt(16)) {
      case 0 -> reply.asked();
      case 1 -> reply.asked("resp_x");
      case 2 -> reply.started();
      case 3 -> reply.part(part, one(random, ReplySignal.Kind.values()));
      case 4 -> reply.words(part, "word");
      case 5 -> reply.audio(part, random.nextInt(100), 20);
      case 6 -> reply.callStarted(part, "call_1", "tool");
      case 7 -> reply.arguments(part, "{");
      case 8 -> reply.call(part, "call_1", "tool", "{}");
      case 9 -> reply.partEnded(part);
      case 10 -> reply.ended(one(random, ReplySignal.Outcome.values()));
      case 11 -> reply.cut(CutReason.BARGE_IN);
      case 12 -> new Cue.Caller(new Signal.SpeechStarted(at, at));
      case 13 -> new Cue.Caller(new Signal.TurnEnded(at, at, at));
      case 14 -> new Signal.Words("word", at, random.nextBoolean());
      default -> new Cue.Refused(Cue.Refusal.BUSY, "no", Optional.empty());
    };
  }

  private static <T> T one(Random random, T[] all) {
    return all[random.nextInt(all.length)];
  }

  /** What the door wants goes into the call. */
  private static void carry(Talk talk, CallSim call) {
    if (!talk.line.heard.isEmpty()) {
      call.hear(talk.line.heard.getLast().end());
      talk.line.heard.clear();
    }
    List<SessionCommand> commands = List.copyOf(talk.line.commands);
    talk.line.commands.clear();
    commands.forEach(call::take);
  }

  private static void goOn(Talk talk, CallSim call, int steps) {
    for (int i = 0; i < steps; i++) {
      call.move();
      call.next().ifPresent(talk::call);
      carry(talk, call);
    }
  }

  private static void assertEachErrorIsOfItsOwnEvent(Talk talk) {
    Set<String> answered = new HashSet<>();
    for (JsonNode event : talk.line.events) {
      JsonNode id = event.at("/error/event_id");
      if (event.path("type").asText().equals("error") && id.asText().matches("e\\d+")) {
        assertThat(answered.add(id.asText())).as("one error for " + id).isTrue();
      }
    }
  }

  private static void assertServed(Talk talk, CallSim call) {
    talk.update("'audio':{'input':{'turn_detection':null}},'truncation':'auto'");
    talk.client("{'type':'response.cancel'}");
    call.calmDown();
    rest(talk, call);
    assertThat(talk.line.order().running()).as("all responses are done").isZero();
    talk.forget().text("the-last", "hello").client("{'type':'response.create'}");
    carry(talk, call);
    rest(talk, call);
    assertThat(talk.types())
        .containsSubsequence(
            "conversation.item.added",
            "conversation.item.done",
            "response.created",
            "response.output_item.added",
            "response.output_item.done",
            "response.done");
    assertThat(talk.last("response.done").at("/response/status").asText()).isEqualTo("completed");
  }

  private static void rest(Talk talk, CallSim call) {
    carry(talk, call);
    for (int i = 0; i < 10_000 && call.isBusy(); i++) {
      call.rest();
      call.next().ifPresent(talk::call);
      carry(talk, call);
    }
    assertThat(call.isBusy()).as("the call comes to rest").isFalse();
  }
}
