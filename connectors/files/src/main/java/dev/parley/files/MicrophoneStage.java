package dev.parley.files;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.stage.StageCalls;
import dev.parley.engine.telemetry.Drops;
import dev.parley.engine.time.MediaClock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;
import org.jspecify.annotations.Nullable;

/**
 * The far end of a {@link MicrophoneDoor}. Keeps at most a second of what the microphone heard; of
 * more, the oldest becomes a gap.
 */
final class MicrophoneStage extends GraphStage<FlowShape<Outbound, Inbound>> {

  private static final int MOST_FRAMES = 50;

  /** More than one, so that an interruption never waits behind a loudspeaker that is busy. */
  private static final int MOST_UNPLAYED = 5;

  private final Inlet<Outbound> in = Inlet.create("MicrophoneStage.in");
  private final Outlet<Inbound> out = Outlet.create("MicrophoneStage.out");
  private final FlowShape<Outbound, Inbound> shape = FlowShape.of(in, out);
  private final AudioDevice device;
  private final int rate;
  private final Drops drops;

  MicrophoneStage(AudioDevice device, int rate, Drops drops) {
    this.device = device;
    this.rate = rate;
    this.drops = drops;
  }

  @Override
  public FlowShape<Outbound, Inbound> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inherited) {
    return new Logic();
  }

  private final class Logic extends GraphStageLogic implements InHandler, OutHandler {

    private final StageCalls calls = new StageCalls(createAsyncCallback(Runnable::run));
    private final CaptureThread capture =
        new CaptureThread(
            () -> device.microphone(rate),
            rate,
            audio -> calls.run(() -> hear(audio)),
            fault -> calls.run(() -> failStage(fault)));
    private final PlayThread play =
        new PlayThread(
            () -> device.loudspeaker(rate), rate, fault -> calls.run(() -> failStage(fault)));
    private final Deque<Captured> waiting = new ArrayDeque<>();
    private Position next = Position.start(rate);
    private @Nullable Gap gap;
    private int unplayed;

    Logic() {
      super(shape);
      setHandlers(in, out, this);
    }

    @Override
    public void preStart() {
      if (MediaClock.isVirtual(materializer().system())) {
        failStage(
            new AudioDeviceException("a microphone hears in real time only: talk through a file"));
        return;
      }
      capture.start();
      play.start();
      pull(in);
    }

    @Override
    public void postStop() {
      capture.close();
      play.close();
    }

    @Override
    public void onPush() {
      switch (grab(in)) {
        case Spoken spoken -> {
          unplayed++;
          play.play(spoken.samples(), () -> calls.run(this::played));
        }
        case Cue.Interrupted interrupted -> play.clear();
        default -> {} // a loudspeaker has no use for words and facts
      }
      pullIfRoom();
    }

    @Override
    public void onUpstreamFailure(Throwable fault) {
      completeStage(); // a caller hangs up, whatever went wrong on the other side
    }

    @Override
    public void onPull() {
      if (gap != null) {
        push(out, gap);
        gap = null;
      } else if (!waiting.isEmpty()) {
        push(out, waiting.remove());
      }
    }

    private void played() {
      unplayed--;
      pullIfRoom();
    }

    private void pullIfRoom() {
      if (unplayed < MOST_UNPLAYED && !isClosed(in) && !hasBeenPulled(in)) {
        pull(in);
      }
    }

    private void hear(Samples audio) {
      Captured frame = new Captured(next, audio);
      next = frame.end();
      waiting.add(frame);
      if (waiting.size() > MOST_FRAMES) {
        Captured oldest = waiting.remove();
        Gap more = new Gap(oldest.position(), oldest.samples().count(), Gap.Cause.DROPPED);
        gap = gap == null ? more : gap.join(more);
        drops.count("microphone", 1);
      }
      if (isAvailable(out)) {
        onPull();
      }
    }
  }
}
