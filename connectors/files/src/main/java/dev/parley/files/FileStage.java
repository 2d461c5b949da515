package dev.parley.files;

import dev.parley.audio.codec.Channels;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.stage.StageCalls;
import dev.parley.engine.time.MediaClock;
import dev.parley.engine.time.Offload;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.jspecify.annotations.Nullable;

/**
 * The far end of a {@link FileDoor}: plays the file by the clock, reading about a second ahead on
 * another thread, and takes all that it is given to hear.
 */
final class FileStage extends GraphStage<FlowShape<Outbound, Inbound>> {

  private static final int FRAMES_A_SECOND = 50;
  private static final long FRAME_NANOS = 1_000_000_000L / FRAMES_A_SECOND;

  private final Inlet<Outbound> in = Inlet.create("FileStage.in");
  private final Outlet<Inbound> out = Outlet.create("FileStage.out");
  private final FlowShape<Outbound, Inbound> shape = FlowShape.of(in, out);
  private final AudioFile file;
  private final Channels channels;
  private final int rate;
  private final Consumer<? super Outbound> ear;

  FileStage(AudioFile file, Channels channels, int rate, Consumer<? super Outbound> ear) {
    this.file = file;
    this.channels = channels;
    this.rate = rate;
    this.ear = ear;
  }

  @Override
  public FlowShape<Outbound, Inbound> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inherited) {
    return new Logic();
  }

  private final class Logic extends TimerGraphStageLogic implements InHandler, OutHandler {

    private static final String NEXT_FRAME = "next frame";

    private final StageCalls calls = new StageCalls(createAsyncCallback(Runnable::run));
    private final Deck deck = new Deck(file, channels, rate);
    private final int frame = rate / FRAMES_A_SECOND;
    private MediaClock clock = () -> 0;
    private long origin;
    private long frames;
    private long heard;
    private Samples waiting = Samples.silence(0);
    private CompletionStage<Samples> read = CompletableFuture.completedStage(waiting);
    private boolean begun;
    private boolean reading;
    private boolean ended;
    private boolean told;

    Logic() {
      super(shape);
      setHandlers(in, out, this);
    }

    @Override
    public void preStart() {
      clock = MediaClock.of(materializer().system());
      pull(in);
      move();
    }

    @Override
    public void postStop() {
      // Behind the last read, which may still be going on
      read.whenComplete((piece, fault) -> deck.close());
    }

    @Override
    public void onPush() {
      ear.accept(grab(in));
      pull(in);
    }

    @Override
    public void onUpstreamFailure(Throwable fault) {
      completeStage(); // a caller hangs up, whatever went wrong on the other side
    }

    @Override
    public void onPull() {
      if (!begun) {
        begun = true;
        origin = clock.nanos(); // the caller speaks to somebody who listens
      }
      move();
    }

    @Override
    public void onTimer(Object timer) {
      move();
    }

    /** Reads on, says what is due, and sets the next alarm. */
    private void move() {
      if (!reading && !ended && waiting.count() < rate) {
        reading = true;
        read = Offload.of(materializer().system()).submit(deck::next);
        read.whenComplete((piece, fault) -> calls.run(() -> take(piece, fault)));
      }
      if (isAvailable(out) && mayFollow()) {
        speak();
      }
      long early = due() - clock.nanos();
      if (begun && early > 0 && !isTimerActive(NEXT_FRAME)) {
        scheduleOnce(NEXT_FRAME, Duration.ofNanos(early));
      }
    }

    /** Whether the next thing to say is there and its time has come. */
    private boolean mayFollow() {
      boolean isHere = ended || waiting.count() >= frame;
      return doneIsNext() || (begun && isHere && clock.nanos() >= due());
    }

    private boolean doneIsNext() {
      return ended && waiting.isEmpty() && !told;
    }

    private long due() {
      return origin + (frames + 1) * FRAME_NANOS;
    }

    private void speak() {
      Position at = new Position(frames * frame, rate);
      if (doneIsNext()) {
        told = true;
        push(out, new Signal.CallerDone(new Position(heard, rate)));
        return;
      }
      int count = Math.min(frame, waiting.count());
      Samples next = waiting.slice(0, count);
      waiting = waiting.slice(count, waiting.count());
      heard += count;
      frames++;
      push(out, new Captured(at, next.append(Samples.silence(frame - count))));
    }

    private void take(@Nullable Samples piece, @Nullable Throwable fault) {
      reading = false;
      if (piece == null || fault != null) {
        failStage(fault == null ? new IllegalStateException("nothing was read") : fault);
        return;
      }
      waiting = waiting.append(piece);
      ended = deck.isLast(piece);
      move();
    }
  }
}
