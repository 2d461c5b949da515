package dev.parley.server.realtime;

import dev.parley.audio.resample.Resample;
import dev.parley.audio.tempo.Tempo;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.engine.door.Door;
import dev.parley.engine.model.Backend;
import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.pipeline.Recording;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.session.Startable;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.server.limit.MessageRateSettings;
import dev.parley.server.limit.SessionLimits;
import dev.parley.sockets.WsFrame;
import dev.parley.wire.session.SessionConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * The whole call of a Realtime client, from its socket and back: the rooms that any session of this
 * protocol has. Which of them are at work its settings say, at the beginning and in mid-call.
 *
 * @param door where the client comes in
 * @param call what is to be started
 */
public record RealtimeCall(RealtimeDoor door, Startable call) {

  /**
   * What all sessions of a server share.
   *
   * @param detectors hear speech begin and stop
   * @param random makes ids; safe for any thread
   */
  public record House(
      SpeechDetectors detectors,
      MessageRateSettings rates,
      Duration farewell,
      Telemetry telemetry,
      RandomGenerator random) {}

  /**
   * One session.
   *
   * @param config how it begins
   * @param model who answers
   * @param tools what the session carries out itself
   * @param socket the connection
   * @param dispatcher its event loop
   * @param timed whether its client wants to know where the time of each answer went
   * @param recorder whether it is recorded, asked once it is known what it will be like
   */
  public static RealtimeCall of(
      House house,
      SessionConfig config,
      SessionLimits limits,
      Backend model,
      ToolBox tools,
      Flow<WsFrame, WsFrame, NotUsed> socket,
      String dispatcher,
      boolean timed,
      Function<Rooms, Recording> recorder) {
    Hearing hearing = new Hearing(house.detectors);
    Optional<ReplyTimer> timer = timed ? Optional.of(new ReplyTimer()) : Optional.empty();
    RealtimeDoor door =
        new RealtimeDoor(
            new RealtimeSettings(
                config,
                limits,
                house.rates,
                model.capabilities().transcribes(),
                names(tools),
                new CallTuning(hearing),
                new SplittableRandom(house.random.nextLong()),
                house.farewell,
                timer),
            socket,
            dispatcher);
    Recording recording = recorder.apply(hearing.rooms(config));
    Door seen = recording.door(door);
    Startable call =
        Pipeline.call("realtime")
            .from(seen)
            .through(hearing.vad(config))
            .through(hearing.turns(config))
            .to(recording.model(model))
            .through(Resample.spoken(AudioCodec.RATE))
            .through(Tempo.spoken(CallTuning.tempo(config)).named(Rooms.TEMPO))
            .through(Playout.forDoor(seen))
            .back()
            .with(
                recording.settings(
                    SessionSettings.defaults()
                        .withPolicy(TurnTaking.policy(config))
                        .withBrief(Briefing.of(config))
                        .withTools(tools)
                        .withTelemetry(told(house.telemetry, timer))));
    return new RealtimeCall(door, recording.call(call));
  }

  private static Telemetry told(Telemetry house, Optional<ReplyTimer> timer) {
    return timer.map(one -> Telemetry.all(house, one)).orElse(house);
  }

  private static Set<String> names(ToolBox tools) {
    return tools.specs().stream().map(ToolSpec::name).collect(Collectors.toUnmodifiableSet());
  }
}
