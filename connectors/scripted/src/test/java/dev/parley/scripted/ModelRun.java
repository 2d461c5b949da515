package dev.parley.scripted;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.OfReply;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Command;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.engine.time.MediaClock;
import dev.parley.engine.time.VirtualWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.BoundedSourceQueue;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/** One session of a model in virtual time: what happens when, and what comes of it. */
final class ModelRun {

  /** A frame and when it came. */
  record Event(Duration at, Outbound frame) {}

  private record Step(Duration at, BiConsumer<BoundedSourceQueue<Inbound>, Control> act) {}

  private final Backend model;
  private final AudioFormat caller;
  private final List<Step> steps = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Ack> acks = new ArrayList<>();
  private Brief brief = Brief.defaults();
  private Duration length = Duration.ofSeconds(10);
  private boolean inRealTime;

  ModelRun(Backend model, AudioFormat caller) {
    this.model = model;
    this.caller = caller;
  }

  static Epoch main(long n) {
    return new Epoch(Epoch.Lane.MAIN, n);
  }

  static Epoch say(long n) {
    return new Epoch(Epoch.Lane.SAY, n);
  }

  static Epoch side(long n) {
    return new Epoch(Epoch.Lane.SIDE, n);
  }

  static Command reply(Epoch epoch) {
    return new Command.Reply(ReplySpec.asConfigured(), epoch);
  }

  /** The session begins with this brief; otherwise with the default one. */
  ModelRun briefed(Brief told) {
    brief = told;
    return this;
  }

  ModelRun send(long millis, Command command) {
    steps.add(
        new Step(
            Duration.ofMillis(millis),
            (queue, control) -> control.send(command).thenAccept(acks::add)));
    return this;
  }

  ModelRun hears(long millis, Inbound frame) {
    steps.add(new Step(Duration.ofMillis(millis), (queue, control) -> queue.offer(frame)));
    return this;
  }

  /** Ends the caller's audio then; otherwise after 10 s. */
  ModelRun hangsUpAt(long millis) {
    length = Duration.ofMillis(millis);
    return this;
  }

  /** Takes audio at the pace at which it is heard; otherwise as fast as it comes. */
  ModelRun inRealTime() {
    inRealTime = true;
    return this;
  }

  ModelRun run() {
    try (VirtualWorld<Object> world = VirtualWorld.create(Behaviors.empty(), "model")) {
      world.run(this::start, length.plusSeconds(60));
    }
    return this;
  }

  List<Ack> acks() {
    return acks;
  }

  List<Event> events() {
    return events;
  }

  List<Outbound> frames() {
    return events.stream().map(Event::frame).toList();
  }

  /** The frames of one reply, without its audio. */
  List<OfReply> signals(Epoch epoch) {
    return frames().stream()
        .filter(OfReply.class::isInstance)
        .map(OfReply.class::cast)
        .filter(f -> f.epoch().equals(epoch) && !(f instanceof Spoken))
        .toList();
  }

  /** The words of one part, put together. */
  String words(Epoch epoch, int part) {
    return signals(epoch).stream()
        .filter(f -> f instanceof ReplySignal.TextDelta t && t.part() == part)
        .map(f -> ((ReplySignal.TextDelta) f).text())
        .collect(Collectors.joining());
  }

  /** The tool calls of one reply. */
  List<ReplySignal.ToolCall> calls(Epoch epoch) {
    return signals(epoch).stream()
        .filter(ReplySignal.ToolCall.class::isInstance)
        .map(ReplySignal.ToolCall.class::cast)
        .toList();
  }

  /** How a reply ended. */
  ReplySignal.Outcome outcome(Epoch epoch) {
    return ((ReplySignal.Ended) signals(epoch).getLast()).outcome();
  }

  List<Spoken> audio(Epoch epoch) {
    return frames().stream()
        .filter(Spoken.class::isInstance)
        .map(Spoken.class::cast)
        .filter(s -> s.epoch().equals(epoch))
        .toList();
  }

  long samples(Epoch epoch) {
    return audio(epoch).stream().mapToLong(s -> s.samples().count()).sum();
  }

  private CompletionStage<Done> start(ActorSystem<Object> system) {
    MediaClock clock = MediaClock.of(system);
    long origin = clock.nanos();
    CompletableFuture<Done> ended = new CompletableFuture<>();
    Pair<BoundedSourceQueue<Inbound>, Control> far =
        Source.<Inbound>queue(100)
            .viaMat(model.open(SessionSpec.of("call", caller).with(brief)), Keep.both())
            .map(
                frame -> {
                  events.add(new Event(Duration.ofNanos(clock.nanos() - origin), frame));
                  return frame;
                })
            .withAttributes(Attributes.inputBuffer(1, 1))
            .mapAsync(1, frame -> played(frame, system))
            // A Scala future would be converted, and the conversion completes on another thread
            .to(Sink.onComplete(result -> ended.complete(Done.getInstance())))
            .run(system);
    for (Step step : steps) {
      system
          .scheduler()
          .scheduleOnce(
              step.at, () -> step.act.accept(far.first(), far.second()), system.executionContext());
    }
    system.scheduler().scheduleOnce(length, far.first()::complete, system.executionContext());
    return ended;
  }

  private CompletionStage<Outbound> played(Outbound frame, ActorSystem<Object> system) {
    CompletableFuture<Outbound> played = new CompletableFuture<>();
    if (inRealTime && frame instanceof Spoken audio) {
      Duration length = new Position(audio.samples().count(), audio.rate()).toDuration();
      system
          .scheduler()
          .scheduleOnce(length, () -> played.complete(frame), system.executionContext());
    } else {
      played.complete(frame);
    }
    return played;
  }
}
