package dev.parley.benchmarks.serve;

import dev.parley.audio.vad.EnergyDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import dev.parley.server.Models;
import dev.parley.server.RealtimeServer;
import dev.parley.server.ServerParts;
import dev.parley.server.ServerSettings;
import dev.parley.server.limit.AdmissionLimits;
import dev.parley.silero.Silero;
import dev.parley.webrtcvad.WebRtcVad;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;

/** Our server with its defaults, but for how many sessions it takes. */
final class ParleyServer {

  private static final int MOST_SESSIONS = 10_000;

  private ParleyServer() {}

  /**
   * @param model as in {@link ScriptedSettings#parse}
   */
  static CompletionStage<RealtimeServer> start(
      ActorSystem<?> system, ServerKind kind, String model) {
    ServerSettings settings = ServerSettings.defaults();
    AdmissionLimits many =
        AdmissionLimits.defaults().withPerKey(MOST_SESSIONS).withPerNode(MOST_SESSIONS);
    return RealtimeServer.start(
        system,
        settings.withLimits(settings.limits().withAdmission(many)),
        ServerParts.of(
            Models.always(
                new ScriptedModel(ScriptedSettings.parse(model), new ToneVoice(Sound.RATE))),
            detectors(kind)));
  }

  private static SpeechDetectors detectors(ServerKind kind) {
    return switch (kind) {
      case PARLEY_WEBRTC -> WebRtcVad.defaults();
      case PARLEY_SILERO -> Silero.defaults();
      default -> EnergyDetector.energy(); // switched off by the session
    };
  }
}
