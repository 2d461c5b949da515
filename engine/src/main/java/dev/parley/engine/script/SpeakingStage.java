package dev.parley.engine.script;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Command;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.Delivery;
import dev.parley.engine.model.Voice;
import dev.parley.engine.stage.StageCalls;
import dev.parley.engine.time.Offload;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AbstractGraphStageWithMaterializedValue;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;

/**
 * A model that follows a script: listens all the time, answers when it is told to, as fast as it is
 * asked for more. When the caller's audio ends, so does it.
 */
public final class SpeakingStage
    extends AbstractGraphStageWithMaterializedValue<FlowShape<Inbound, Outbound>, Control> {

  private final Inlet<Inbound> in = Inlet.create("SpeakingStage.in");
  private final Outlet<Outbound> out = Outlet.create("SpeakingStage.out");
  private final FlowShape<Inbound, Outbound> shape = FlowShape.of(in, out);
  private final String name;
  private final int rate;
  private final Optional<Voice> voice;
  private final Brief brief;
  private final Function<? super Desk, ? extends Script> scripts;

  /**
   * @param name the model's, for failures
   * @param rate samples a second of what it speaks
   * @param voice speaks texts, at that rate; a model without one cannot {@code Say}
   * @param brief the session's, to begin with
   * @param scripts makes the script of each session, given the desk that works for it
   */
  public SpeakingStage(
      String name,
      int rate,
      Optional<Voice> voice,
      Brief brief,
      Function<? super Desk, ? extends Script> scripts) {
    this.name = name;
    this.rate = rate;
    this.voice = voice;
    this.brief = brief;
    this.scripts = scripts;
  }

  @Override
  public FlowShape<Inbound, Outbound> shape() {
    return shape;
  }

  @Override
  public Pair<GraphStageLogic, Control> createLogicAndMaterializedValuePair(Attributes inherited) {
    Logic logic = new Logic();
    return Pair.create(logic, logic);
  }

  private final class Logic extends TimerGraphStageLogic
      implements InHandler, OutHandler, Control, Hands {

    private final StageCalls calls = new StageCalls(createAsyncCallback(Runnable::run));
    private final Map<Epoch, PhraseJob> jobs = new HashMap<>();
    private final Mind mind;

    Logic() {
      super(shape);
      mind = new Mind(name, rate, voice.isPresent(), brief, scripts, this);
      setHandlers(in, out, this);
    }

    @Override
    public void preStart() {
      mind.open();
      pull(in);
    }

    @Override
    public void postStop() {
      jobs.values().forEach(PhraseJob::abandon);
      mind.close();
    }

    @Override
    public void onPush() {
      mind.hear(grab(in));
      pull(in);
      move();
    }

    @Override
    public void onPull() {
      move();
    }

    @Override
    public void onTimer(Object epoch) {
      mind.thought((Epoch) epoch);
      move();
    }

    @Override
    public CompletionStage<Ack> send(Command command) {
      return calls.ask(
          () -> {
            if (command instanceof Command.Cancel(Epoch epoch)) {
              forget(epoch);
            }
            Ack ack = mind.obey(command);
            move();
            return ack;
          },
          Ack.GONE);
    }

    @Override
    public void think(Epoch epoch, Duration time) {
      scheduleOnce(epoch, time);
    }

    @Override
    public <T> void elsewhere(
        Callable<? extends T> job, Consumer<? super T> then, Consumer<? super Throwable> failed) {
      Offload.of(materializer().system())
          .<T>submit(job)
          .whenComplete(
              (result, fault) ->
                  calls.run(
                      () -> {
                        if (fault != null) {
                          failed.accept(fault);
                        } else {
                          then.accept(result);
                        }
                        move();
                      }));
    }

    /** Hands over what is ready, and has done elsewhere what takes long. */
    private void move() {
      Outbound next = isAvailable(out) ? mind.poll() : null;
      if (next != null) {
        push(out, next);
      }
      for (Reply reply : mind.replies()) {
        reply.errand().ifPresent(errand -> run(errand, reply));
      }
    }

    private void run(Errand errand, Reply reply) {
      switch (errand) {
        case Errand.Speak(SpokenPart part, String phrase, Delivery how) -> {
          PhraseJob job = new PhraseJob(calls, new Speaking(reply, part));
          jobs.put(reply.epoch(), job);
          job.start(materializer().system(), voice.orElseThrow(), phrase, how);
        }
        case Errand.FindArguments(CallPart part, Callable<String> search) ->
            elsewhere(
                search,
                part::found,
                fault -> fail(reply, "it finds no arguments that the tool's schema accepts"));
      }
    }

    private void forget(Epoch epoch) {
      cancelTimer(epoch);
      PhraseJob job = jobs.remove(epoch);
      if (job != null) {
        job.abandon();
      }
    }

    private void fail(Reply reply, String why) {
      reply.fail(new Signal.Failure(name, why));
      move();
    }

    /** Takes what the voice makes of a reply's phrase; of one that was cancelled, in vain. */
    private final class Speaking implements PhraseJob.Listener {

      private final Reply reply;
      private final SpokenPart part;

      Speaking(Reply reply, SpokenPart part) {
        this.reply = reply;
        this.part = part;
      }

      @Override
      public void piece(Samples audio) {
        part.piece(audio);
        move();
      }

      @Override
      public void spoken(long samples) {
        jobs.remove(reply.epoch());
        part.phraseSpoken(samples);
        move();
      }

      @Override
      public void failed() {
        jobs.remove(reply.epoch());
        fail(reply, "its voice broke down");
      }
    }
  }
}
