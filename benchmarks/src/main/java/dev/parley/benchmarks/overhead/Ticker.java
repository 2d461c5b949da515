package dev.parley.benchmarks.overhead;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import java.time.Duration;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.SourceShape;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.OutHandler;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;

/** A caller who says 20 ms of the same each 20 ms. */
final class Ticker extends GraphStage<SourceShape<Inbound>> {

  static final int RATE = 24_000;
  static final Duration FRAME = Duration.ofMillis(20);
  private static final Samples VOICE = Samples.silence(480);

  private final Outlet<Inbound> out = Outlet.create("Ticker.out");
  private final SourceShape<Inbound> shape = SourceShape.of(out);

  @Override
  public SourceShape<Inbound> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inherited) {
    return new Logic();
  }

  private final class Logic extends TimerGraphStageLogic implements OutHandler {

    private Position next = Position.start(RATE);

    Logic() {
      super(shape);
      setHandler(out, this);
    }

    @Override
    public void preStart() {
      scheduleAtFixedRate("frame", FRAME, FRAME);
    }

    @Override
    public void onPull() {}

    @Override
    public void onTimer(Object key) {
      if (isAvailable(out)) {
        Captured frame = new Captured(next, VOICE);
        next = frame.end();
        push(out, frame);
      }
    }
  }
}
