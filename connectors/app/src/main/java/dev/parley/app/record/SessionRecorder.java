package dev.parley.app.record;

import dev.parley.app.config.RecordSpec;
import dev.parley.engine.pipeline.Recording;
import dev.parley.engine.time.Offload;
import dev.parley.recorder.Consent;
import dev.parley.recorder.RecorderSettings;
import dev.parley.recorder.Recordings;
import dev.parley.recorder.format.Rooms;
import dev.parley.server.ServerRecorders;
import dev.parley.twilio.Agent;
import dev.parley.twilio.CallStart;
import dev.parley.twilio.TwilioRecorders;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.ActorSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records a server's sessions and telephone calls, of those who agree to it. Safe for any thread.
 */
public final class SessionRecorder implements ServerRecorders, TwilioRecorders {

  private static final Logger LOG = LoggerFactory.getLogger(SessionRecorder.class);

  private static final Duration SWEEP_EVERY = Duration.ofHours(1);

  /** How long the end may wait for the disk. What is late is closed by the next start. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String YES = "yes";

  private final RecordSpec spec;
  private final ActorSystem<?> system;
  private final Recordings recordings;
  private final RecordingCount count;
  private final Cancellable sweeping;

  private SessionRecorder(
      RecordSpec spec, ActorSystem<?> system, Recordings recordings, RecordingCount count) {
    this.spec = spec;
    this.system = system;
    this.recordings = recordings;
    this.count = count;
    this.sweeping =
        system
            .scheduler()
            .scheduleWithFixedDelay(
                SWEEP_EVERY, SWEEP_EVERY, this::sweep, system.executionContext());
  }

  /**
   * Records from now on. Waits for the disk.
   *
   * @throws IOException if the folder cannot be used
   */
  public static SessionRecorder start(RecordSpec spec, ActorSystem<?> system) throws IOException {
    RecorderSettings settings = spec.settings();
    RecordingCount count = new RecordingCount();
    Recordings recordings =
        Recordings.in(
            settings,
            Recordings.World.of(Offload.of(system), InstantSource.system(), new SecureRandom())
                .withListener(count));
    return new SessionRecorder(spec, system, recordings, count);
  }

  @Override
  public Recording open(ServerRecorders.Session session) {
    return recordings.open(
        consent(session.answer(), session.subject()),
        Rooms.of(session.rooms().detector(), session.rooms().vad(), session.rooms().turns())
            .named(dev.parley.server.realtime.Rooms.VAD, dev.parley.server.realtime.Rooms.TURNS)
            .withTempo(session.rooms().tempo()));
  }

  /** Nobody but the webhook's address can speak for who calls: {@code ?record=yes}. */
  @Override
  public Recording open(CallStart start, Agent agent) {
    Answer answer =
        start
            .request()
            .parameter("record")
            .map(said -> said.equalsIgnoreCase(YES) ? Answer.YES : Answer.NO)
            .orElse(Answer.NONE);
    return recordings.open(
        consent(answer, start.request().from().filter(number -> !number.isBlank())),
        Rooms.of(agent.detectors().name(), agent.vad(), agent.turns())
            .named(TwilioRecorders.VAD, TwilioRecorders.TURNS)
            .withModelRate(TwilioRecorders.MODEL_RATE));
  }

  private Consent consent(Answer answer, Optional<String> subject) {
    boolean given =
        switch (spec.who()) {
          case ALL -> answer != Answer.NO;
          case ASKED -> answer == Answer.YES;
        };
    if (!given) {
      return Consent.no();
    }
    try {
      return new Consent(true, subject);
    } catch (IllegalArgumentException e) { // it could never be found again by this name
      LOG.atWarn().log("a session is not recorded: {}", e.getMessage());
      return Consent.no();
    }
  }

  /** Completed when the recordings that are being made have ended; never late, and never failed. */
  public CompletionStage<Done> drained() {
    sweeping.cancel();
    CompletableFuture<Boolean> inTime = new CompletableFuture<>();
    recordings.drained().whenComplete((done, failure) -> inTime.complete(true));
    Cancellable late =
        system
            .scheduler()
            .scheduleOnce(PATIENCE, () -> inTime.complete(false), system.executionContext());
    return inTime.thenApply(
        all -> {
          late.cancel();
          LOG.atLevel(all ? org.slf4j.event.Level.INFO : org.slf4j.event.Level.WARN)
              .addKeyValue("kept", count.kept())
              .addKeyValue("failed", count.failed())
              .log(
                  all
                      ? "recorder stopped"
                      : "recorder stopped: the disk is slow, the next start closes the rest");
          return Done.getInstance();
        });
  }

  private void sweep() {
    Offload.of(system)
        .submit(recordings::sweep)
        .whenComplete(
            (deleted, failure) -> {
              if (failure != null) {
                LOG.atWarn().log("old recordings could not be deleted: {}", failure.getMessage());
              } else if (deleted > 0) {
                LOG.atInfo().addKeyValue("recordings", deleted).log("deleted old recordings");
              }
            });
  }
}
