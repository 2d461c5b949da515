package dev.parley.benchmarks.eval;

import dev.parley.audio.level.HighPass;
import dev.parley.audio.level.HighPassSettings;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.engine.conversation.Heard;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.twilio.Agent;
import dev.parley.twilio.Greeting;
import dev.parley.twilio.TwilioAgents;
import dev.parley.twilio.TwilioHouse;
import dev.parley.twilio.TwilioParts;
import dev.parley.twilio.TwilioSeats;
import dev.parley.twilio.TwilioSettings;
import dev.parley.twilio.signature.AuthTokens;
import dev.parley.twilio.signature.PublicBase;
import dev.parley.twilio.sim.HouseLine;
import dev.parley.twilio.sim.SimEvent;
import dev.parley.twilio.sim.SimReport;
import dev.parley.twilio.sim.SimResult;
import dev.parley.twilio.sim.SimScript;
import dev.parley.twilio.sim.SimSettings;
import dev.parley.twilio.sim.TwilioSim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Makes one trial's call by telephone: in the band of a telephone line, in G.711, through a Twilio
 * that buffers what it is to play. The reply is cut when Twilio is told to throw the rest away.
 */
final class PhoneRun {

  private static final PublicBase BASE = PublicBase.parse("https://voice.example.com");
  private static final String TOKEN = "no-secret-in-a-virtual-world";

  /** Where a telephone line begins to pass sound; ITU-T G.712. */
  private static final HighPassSettings LINE = new HighPassSettings(300);

  /** Audio so soon after a clear can only be more of the old reply. */
  private static final Duration STALE = Duration.ofMillis(200);

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private PhoneRun() {}

  /**
   * Makes the call.
   *
   * @throws IllegalStateException if it failed
   */
  static Outcome of(Trial trial, TrialAudio audio, SpeechDetectors detectors) {
    CallWatch watch = new CallWatch();
    List<Heard> heard = new ArrayList<>();
    Telemetry ear =
        (callId, at, event) -> {
          if (event instanceof CallEvent.HeardOf(Heard part)
              && part.epoch().equals(TrialRun.REPLY)) {
            heard.add(part);
          }
        };
    SimReport stream = call(trial, audio, detectors, Telemetry.all(watch, ear));
    Optional<SimEvent.Clear> clear =
        watch.cut(TrialRun.REPLY).isPresent()
            ? stream.events(SimEvent.Clear.class).stream().findFirst()
            : Optional.empty();
    return Outcome.of(
        trial,
        clear.map(SimEvent.Clear::at),
        watch.drained(TrialRun.REPLY),
        clear.map(cut -> stale(stream, cut)).orElse(0),
        clear.map(cut -> heardError(stream, cut, heard)).orElse(0L));
  }

  private static SimReport call(
      Trial trial, TrialAudio audio, SpeechDetectors detectors, Telemetry telemetry) {
    SimScript script =
        SimScript.says(throughALine(audio.caller())).hangsUpAt(TrialRun.seconds(trial.seconds()));
    try (var world = VirtualWorld.create(Behaviors.empty(), "phone")) {
      SimResult result =
          world.run(
              system ->
                  TwilioSim.call(
                      new HouseLine(house(system, trial, audio, detectors, telemetry)),
                      SimSettings.of(BASE, TOKEN),
                      script),
              LIMIT);
      return result.streams().getFirst();
    }
  }

  private static TwilioHouse house(
      ActorSystem<?> system,
      Trial trial,
      TrialAudio audio,
      SpeechDetectors detectors,
      Telemetry telemetry) {
    Agent agent =
        Agent.of(TrialRun.agent(audio), detectors)
            .withGreeting(new Greeting.None())
            .withBegun(call -> TrialRun.askForReply(trial, call, system));
    TwilioParts parts =
        TwilioParts.of(TwilioAgents.always(agent), TwilioSeats.of(1))
            .withTelemetry(telemetry)
            .withRandom(new Random(trial.number()));
    return TwilioHouse.open(system, TwilioSettings.of(BASE, AuthTokens.of(TOKEN)), parts);
  }

  private static Samples throughALine(Clip caller) {
    Clip narrow = caller.at(SimScript.RATE);
    HighPass band = new HighPass(LINE);
    band.negotiate(AudioFormat.pcm16(narrow.rate()));
    List<Samples> passed = new ArrayList<>();
    band.accept(narrow.samples(), passed::add);
    return passed.getFirst();
  }

  /** Audio that came behind the clear, and was not the next reply. */
  private static int stale(SimReport stream, SimEvent.Clear clear) {
    Duration until = clear.at().plus(STALE);
    return (int)
        stream.events().stream()
            .skip(stream.events().indexOf(clear))
            .filter(event -> event instanceof SimEvent.Media && event.at().compareTo(until) < 0)
            .count();
  }

  /** What the model was told that the caller heard, against what Twilio had played. */
  private static long heardError(SimReport stream, SimEvent.Clear clear, List<Heard> heard) {
    long sent =
        stream.events().stream()
            .limit(stream.events().indexOf(clear))
            .mapToLong(event -> event instanceof SimEvent.Media media ? media.samples() : 0)
            .sum();
    long told = heard.stream().mapToLong(part -> part.until().at(SimScript.RATE).sample()).sum();
    return Math.abs(told - (sent - clear.samples()));
  }
}
