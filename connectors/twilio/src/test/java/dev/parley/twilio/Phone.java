package dev.parley.twilio;

import dev.parley.audio.vad.EnergyDetector;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Backend;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import dev.parley.testkit.Frames;
import dev.parley.testkit.RecordingTelemetry;
import dev.parley.twilio.door.CallSummary;
import dev.parley.twilio.signature.AuthTokens;
import dev.parley.twilio.signature.PublicBase;
import dev.parley.twilio.sim.HouseLine;
import dev.parley.twilio.sim.SimLine;
import dev.parley.twilio.sim.SimReport;
import dev.parley.twilio.sim.SimResult;
import dev.parley.twilio.sim.SimScript;
import dev.parley.twilio.sim.SimSettings;
import dev.parley.twilio.sim.TwilioSim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** A whole telephone call in virtual time, from the webhook to what follows the stream. */
public final class Phone {

  public static final String TOKEN = "a-token-of-32-letters-or-so";
  public static final PublicBase BASE = PublicBase.parse("https://voice.example.com");

  private static final Duration LIMIT = Duration.ofHours(3);

  /** What came of it. */
  public record Run(SimResult result, List<CallSummary> summaries, RecordingTelemetry telemetry) {

    public SimReport stream() {
      return result.streams().getFirst();
    }

    public CallSummary summary() {
      return summaries.getFirst();
    }
  }

  private final List<CallSummary> summaries = new ArrayList<>();
  private final RecordingTelemetry telemetry = new RecordingTelemetry();
  private Agent agent;
  private TwilioSettings settings = TwilioSettings.of(BASE, AuthTokens.of(TOKEN));
  private TwilioSeats seats = TwilioSeats.of(10);
  private SimSettings sim = SimSettings.of(BASE, TOKEN);
  private UnaryOperator<SimLine> line = same -> same;
  private Function<Agent, TwilioAgents> agents = TwilioAgents::always;
  private TwilioRecorders recorders = TwilioRecorders.none();
  private final List<Step> steps = new ArrayList<>();

  private record Step(Duration at, Consumer<TwilioHouse> act) {}

  public Phone(Backend model) {
    agent =
        Agent.of(model, EnergyDetector.energy()).withName("test").withGreeting(new Greeting.None());
  }

  /** Answers after 150 ms, for so long. */
  public static Phone answering(Duration reply) {
    return new Phone(model(reply));
  }

  public static ScriptedModel model(Duration reply) {
    return new ScriptedModel(ScriptedSettings.defaults().withReply(reply), new ToneVoice());
  }

  public Phone agent(UnaryOperator<Agent> change) {
    agent = change.apply(agent);
    return this;
  }

  public Phone agents(Function<Agent, TwilioAgents> all) {
    agents = all;
    return this;
  }

  public Phone settings(UnaryOperator<TwilioSettings> change) {
    settings = change.apply(settings);
    return this;
  }

  public Phone seats(TwilioSeats other) {
    seats = other;
    return this;
  }

  public Phone calledBy(UnaryOperator<SimSettings> change) {
    sim = change.apply(sim);
    return this;
  }

  public Phone recordedBy(TwilioRecorders others) {
    recorders = others;
    return this;
  }

  /** Something between Twilio and the house. */
  public Phone through(UnaryOperator<SimLine> other) {
    line = other;
    return this;
  }

  /** Does something so long after the beginning. */
  public Phone at(Duration when, Consumer<TwilioHouse> act) {
    steps.add(new Step(when, act));
    return this;
  }

  public Run run(SimScript script) {
    TwilioParts parts =
        new TwilioParts(
            agents.apply(agent), seats, recorders, telemetry, summaries::add, new Random(7));
    try (var world = VirtualWorld.create(Behaviors.empty(), "phone")) {
      SimResult result =
          world.run(
              system -> {
                TwilioHouse house = TwilioHouse.open(system, settings, parts);
                for (Step step : steps) {
                  after(system, step.at, () -> step.act.accept(house));
                }
                CompletableFuture<SimResult> settled = new CompletableFuture<>();
                TwilioSim.call(line.apply(new HouseLine(house)), sim, script)
                    .whenCompleteAsync(
                        (end, fault) ->
                            after(
                                system,
                                Duration.ofSeconds(2), // for the session to end, too
                                () -> {
                                  if (fault == null) {
                                    settled.complete(end);
                                  } else {
                                    settled.completeExceptionally(fault);
                                  }
                                }),
                        Runnable::run);
                return settled;
              },
              LIMIT);
      return new Run(result, List.copyOf(summaries), telemetry);
    }
  }

  private static void after(ActorSystem<?> system, Duration span, Runnable act) {
    system.scheduler().scheduleOnce(span, act, system.executionContext());
  }

  /** A caller's voice: speech from here to there, and silence between. Times in milliseconds. */
  public static Samples voice(int... fromTo) {
    int rate = SimScript.RATE;
    short[] pcm = new short[fromTo[fromTo.length - 1] * rate / 1_000];
    for (int i = 0; i < fromTo.length; i += 2) {
      int from = fromTo[i] * rate / 1_000;
      Frames.tone(300, rate, fromTo[i + 1] * rate / 1_000 - from).copyTo(pcm, from);
    }
    return Samples.wrap(pcm);
  }
}
