package dev.parley.benchmarks.eval;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Inbound;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.SourceShape;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.OutHandler;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;

/** Emits frames at the pace of speech: one each 20 ms, the first when it has been said. */
final class ClipSource extends GraphStage<SourceShape<Inbound>> {

  private static final Duration FRAME = Duration.ofMillis(20);

  private final Outlet<Inbound> out = Outlet.create("Clip.out");
  private final SourceShape<Inbound> shape = SourceShape.of(out);
  private final List<Captured> frames;

  ClipSource(List<Captured> frames) {
    this.frames = List.copyOf(frames);
  }

  @Override
  public SourceShape<Inbound> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inherited) {
    return new Logic();
  }

  private final class Logic extends TimerGraphStageLogic implements OutHandler {

    private int said;
    private int sent;

    Logic() {
      super(shape);
      setHandler(out, this);
    }

    @Override
    public void preStart() {
      scheduleAtFixedRate("frame", FRAME, FRAME);
    }

    @Override
    public void onTimer(Object timer) {
      said = Math.min(said + 1, frames.size());
      send();
    }

    @Override
    public void onPull() {
      send();
    }

    private void send() {
      if (sent < said && isAvailable(out)) {
        push(out, frames.get(sent++));
      }
      if (sent == frames.size()) {
        completeStage();
      }
    }
  }
}
