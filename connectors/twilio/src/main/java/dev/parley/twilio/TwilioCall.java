package dev.parley.twilio;

import dev.parley.audio.resample.Resample;
import dev.parley.audio.turn.TurnDetector;
import dev.parley.audio.vad.Vad;
import dev.parley.engine.door.Door;
import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.pipeline.Recording;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.session.Startable;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.twilio.door.TwilioDoor;

/**
 * The whole telephone call, from Twilio's stream and back. Detectors hear the telephone's own 8
 * kHz: behind a resampler they would take it for wide-band speech that lacks its upper half.
 * Stateless.
 */
final class TwilioCall {

  private TwilioCall() {}

  static Startable of(
      TwilioDoor door, Agent agent, PhoneTools tools, Telemetry telemetry, Recording recording) {
    Door seen = recording.door(door);
    return recording.call(
        Pipeline.call("twilio")
            .from(seen)
            .through(Vad.with(agent.detectors(), agent.vad()).named(TwilioRecorders.VAD))
            .through(TurnDetector.silence(agent.turns()).named(TwilioRecorders.TURNS))
            .through(Resample.captured(TwilioRecorders.MODEL_RATE).named("resample.in"))
            .to(recording.model(agent.model()))
            .through(Resample.spoken(TwilioDoor.RATE))
            .through(Playout.forDoor(seen))
            .back()
            .with(
                recording.settings(
                    SessionSettings.defaults()
                        .withPolicy(agent.policy())
                        .withBrief(agent.brief())
                        .withTools(tools.beside(agent.tools(), door.hands()))
                        .withTelemetry(Telemetry.all(telemetry, door.watch())))));
  }
}
