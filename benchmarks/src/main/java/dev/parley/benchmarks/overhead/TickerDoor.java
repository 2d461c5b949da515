package dev.parley.benchmarks.overhead;

import dev.parley.engine.door.Door;
import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.playout.Ear;
import dev.parley.engine.playout.Pace;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.stage.Overflow;
import java.util.concurrent.atomic.LongAdder;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/**
 * A door without a far end: a ticker speaks, and what comes back is counted.
 *
 * @param played counts frames of audio
 */
record TickerDoor(LongAdder played) implements Door {

  @Override
  public String name() {
    return "ticker";
  }

  @Override
  public AudioFormat captures() {
    return AudioFormat.pcm16(Ticker.RATE);
  }

  @Override
  public PlayoutSettings playout() {
    return PlayoutSettings.of(Pace.clock(), Ear.COUNTED);
  }

  @Override
  public Overflow overflow() {
    return Overflow.WAIT;
  }

  @Override
  public Flow<Outbound, Inbound, NotUsed> open(DoorLink link) {
    Sink<Outbound, ?> ear =
        Sink.foreach(
            frame -> {
              if (frame instanceof Spoken) {
                played.increment();
              }
            });
    return Flow.fromSinkAndSourceCoupled(ear, Source.fromGraph(new Ticker()));
  }
}
