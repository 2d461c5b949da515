package dev.parley.engine.pipeline;

import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.Frame;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.engine.pipeline.Negotiation.Room;
import dev.parley.engine.playout.PlayoutControl;
import dev.parley.engine.playout.PlayoutStage;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.session.Session;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.session.SessionReport;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.session.Wiring;
import dev.parley.engine.stage.Edge;
import dev.parley.engine.stage.ObserveFlow;
import dev.parley.engine.stage.Tuner;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Depths;
import dev.parley.engine.telemetry.Drops;
import dev.parley.engine.time.CallClock;
import dev.parley.engine.time.MediaClock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.ActorAttributes;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.KillSwitch;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.SystemMaterializer;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.jspecify.annotations.Nullable;

/**
 * The whole way of a call's audio, on one page:
 *
 * <pre>
 * caller -> door -> edge -> line ->|-> rooms, taps -> facts -> model -> facts -> rooms ->+
 *                                  |                                                     |
 * caller <- door <- taps <- playout <----------------------------------------------------+
 * </pre>
 *
 * Two islands run on threads of their own, unless the door brings one thread for all. The playout
 * shares the door's: between the two nothing waits that could no longer be cut, and no slow room
 * delays a cut. Buffers at the border are kept small for the same reason. A model that computes on
 * its stream's thread should bring an island of its own.
 */
final class CallPath {

  private static final Attributes SMALL_BUFFERS = Attributes.inputBuffer(1, 4);

  private final Negotiation agreed;
  private final SessionSettings settings;
  private final ClassicActorSystemProvider system;
  private final String callId;
  private final CallClock clock;
  private final Drops drops = new Drops();
  private final Depths depths = new Depths();
  private final OpenTaps taps;

  CallPath(
      Negotiation agreed,
      SessionSettings settings,
      ClassicActorSystemProvider system,
      String callId) {
    this.agreed = agreed;
    this.settings = settings;
    this.system = system;
    this.callId = callId;
    this.clock = CallClock.startingNow(MediaClock.of(system));
    this.taps = new OpenTaps(agreed.taps(), agreed.heard(), agreed.spoken(), clock);
  }

  CallHandle start(BiFunction<Behavior<SessionCommand>, Props, ActorRef<SessionCommand>> spawn) {
    CompletableFuture<SessionReport> report = new CompletableFuture<>();
    Behavior<SessionCommand> keeper =
        Session.create(
            new Session.Birth(
                callId,
                settings,
                agreed.said().model().capabilities(),
                agreed.said().playout().settings().canHold(),
                agreed.said().door().wantsNotices(),
                clock,
                drops,
                depths,
                report));
    ActorRef<SessionCommand> session;
    try {
      session = spawn.apply(keeper, props());
    } catch (RuntimeException e) {
      taps.closeAll();
      throw e;
    }
    try {
      Wiring wiring = run(session);
      CompletionStage<SessionReport> closed =
          report.whenComplete((done, died) -> hangUpIf(died, wiring));
      session.tell(new SessionCommand.Attached(wiring));
      return new CallHandle(callId, session, wiring, closed);
    } catch (RuntimeException e) {
      taps.closeAll();
      session.tell(new SessionCommand.Stillborn(e));
      throw e;
    }
  }

  private Wiring run(ActorRef<SessionCommand> session) {
    LatePlayout ear = new LatePlayout();
    Wiring wiring =
        agreed
            .said()
            .door()
            .open(new DoorLink(callId, clock, drops, ear, session::tell, this::record))
            .joinMat(path(new Facts(session, clock), new StreamEnd(session)), Keep.right())
            .addAttributes(attributes())
            .run(SystemMaterializer.get(system).materializer());
    ear.become(wiring.playout());
    return wiring;
  }

  private void record(CallEvent event) {
    settings.telemetry().record(callId, clock.now(), event);
  }

  private Props props() {
    return agreed
        .said()
        .door()
        .dispatcher()
        .<Props>map(DispatcherSelector::fromConfig)
        .orElseGet(Props::empty);
  }

  private Attributes attributes() {
    return agreed
        .said()
        .door()
        .dispatcher()
        .map(id -> SMALL_BUFFERS.and(ActorAttributes.dispatcher(id)))
        .orElse(SMALL_BUFFERS);
  }

  /** A session that died before it was wired cannot hang up by itself. */
  private static void hangUpIf(@Nullable Throwable died, Wiring wiring) {
    if (died != null) {
      wiring.line().abort(died);
    }
  }

  private Flow<Inbound, Outbound, Wiring> path(Facts facts, StreamEnd end) {
    return Flow.of(Inbound.class)
        .via(new ObserveFlow<>("facts.door", facts::ofDoor, () -> {}))
        .via(edge())
        .viaMat(KillSwitches.single(), Keep.right())
        .watchTermination((line, ended) -> end.watch(line, ended))
        .viaMat(island(rooms(facts)), Keep.both())
        .viaMat(playout(facts), Wires::new)
        .mapMaterializedValue(Wires::wiring)
        .via(new ObserveFlow<>("taps.out", taps::outbound, taps::close))
        .watchTermination((wiring, ended) -> end.watch(wiring, ended));
  }

  /**
   * On a thread of its own, unless the door has brought one: then a border would only cost, for the
   * two sides of it would take turns on one thread.
   */
  private <M> Flow<Inbound, Outbound, M> island(Flow<Inbound, Outbound, M> rooms) {
    return agreed.said().door().dispatcher().isPresent() ? rooms : rooms.async();
  }

  /** The door's buffer: reading never waits for a room. */
  private Edge edge() {
    String name = agreed.said().door().name() + ".in";
    return new Edge(
        name,
        agreed.said().door().inputBound(),
        agreed.said().door().overflow(),
        drops,
        depths.of(name));
  }

  /** The caller's side, the model, and the reply's side. */
  private Flow<Inbound, Outbound, Model> rooms(Facts facts) {
    return callerSide()
        .via(new ObserveFlow<>("facts", facts::ofCaller, () -> {}))
        .viaMat(agreed.said().model().open(spec()), Model::new)
        .via(new ObserveFlow<>("facts.model", facts::ofModel, () -> {}))
        .viaMat(replySide(), Model::with);
  }

  private Flow<Inbound, Inbound, Map<String, Tuner>> callerSide() {
    Flow<Inbound, Inbound, Map<String, Tuner>> way =
        Flow.of(Inbound.class).mapMaterializedValue(none -> Map.of());
    for (Room<Inbound> room : agreed.callerSide()) {
      way =
          room.stage() instanceof TapPoint point
              ? way.via(new ObserveFlow<>(point.name(), taps.at(point.index()), taps::close))
              : through(way, room);
    }
    return way;
  }

  private SessionSpec spec() {
    return new SessionSpec(callId, agreed.heard(), settings.briefWithTools());
  }

  private Flow<Outbound, Outbound, Map<String, Tuner>> replySide() {
    Flow<Outbound, Outbound, Map<String, Tuner>> way =
        Flow.of(Outbound.class).mapMaterializedValue(none -> Map.of());
    for (Room<Outbound> room : agreed.replySide()) {
      way = through(way, room);
    }
    return way;
  }

  private PlayoutStage playout(Facts facts) {
    return new PlayoutStage(
        agreed.said().playout().settings(), drops, depths.of("playout"), facts::ofPlayout);
  }

  private <F extends Frame> Flow<F, F, Map<String, Tuner>> through(
      Flow<F, F, Map<String, Tuner>> way, Room<F> room) {
    return way.viaMat(
        room.stage().flow(room.in(), drops),
        (tuners, tuner) ->
            tuner == Tuner.NONE ? tuners : union(tuners, Map.of(room.stage().name(), tuner)));
  }

  private static Map<String, Tuner> union(Map<String, Tuner> some, Map<String, Tuner> others) {
    Map<String, Tuner> all = new TreeMap<>(some);
    all.putAll(others);
    return all;
  }

  private record Model(Map<String, Tuner> tuners, Control control) {

    Model with(Map<String, Tuner> others) {
      return new Model(union(tuners, others), control);
    }
  }

  private record Wires(Pair<? extends KillSwitch, Model> front, PlayoutControl playout) {

    Wiring wiring() {
      Model model = front.second();
      return new Wiring(model.control, playout, front.first(), model.tuners);
    }
  }
}
