package dev.parley.audio.jitter;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.stage.KernelStage;
import dev.parley.engine.stage.Stage;
import dev.parley.engine.telemetry.Drops;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the caller's frames in the order of their positions. Frames in order pass at once; one that
 * comes early waits until what is missing before it came, or until more than the window of audio
 * lies between the missing sample and the newest one: then a {@link Gap} takes its place.
 *
 * <p>What comes out is unbroken: each frame begins where the one before ended. It knows no clock:
 * the audio that arrives is its measure of time. The first frame is taken for the beginning.
 */
public final class JitterBuffer implements Kernel<Inbound, Inbound> {

  private static final Duration LEAST = Duration.ofMillis(20);
  private static final Duration MOST = Duration.ofMillis(200);

  /** How many gaps are remembered to tell a late frame from a double one. */
  private static final int GAPS_KEPT = 16;

  private static final String NAME = "jitter-buffer";
  private static final String DUPLICATE = NAME + ".duplicate";
  private static final String LATE = NAME + ".late";
  private static final String STRAY = NAME + ".stray";
  private static final Duration FARTHEST = Duration.ofSeconds(2);

  private final Duration window;
  private final Drops drops;
  private final NavigableMap<Long, Captured> waiting = new TreeMap<>();
  private final Deque<Gap> lately = new ArrayDeque<>();
  private @Nullable Position next;
  private @Nullable Position probation;
  private long lost;

  /**
   * @param window how much audio may wait for a missing frame: 20 to 200 ms
   * @param drops counts the frames that are of no use any more
   */
  public JitterBuffer(Duration window, Drops drops) {
    if (window.compareTo(LEAST) < 0 || window.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("window must be 20 to 200 ms, got " + window);
    }
    this.window = window;
    this.drops = drops;
  }

  /** A stage behind a door whose network reorders. */
  public static Stage<Inbound> captured(Duration window) {
    new JitterBuffer(window, new Drops()); // refuses a wrong window here, not when the call begins
    return KernelStage.dropping(NAME, drops -> new JitterBuffer(window, drops));
  }

  @Override
  public void accept(Inbound frame, Consumer<? super Inbound> out) {
    switch (frame) {
      case Captured captured -> {
        arrive(captured);
        passInOrder(out);
        giveUpWaiting(captured.rate(), out);
      }
      case Gap gap -> { // one that is not next shows by itself: by what follows it
        if (gap.position().equals(next)) {
          pass(gap, out);
          passInOrder(out);
        }
      }
      case Signal signal -> {
        if (signal instanceof Signal.CallerDone) {
          flush(out);
        }
        out.accept(signal);
      }
    }
  }

  @Override
  public void flush(Consumer<? super Inbound> out) {
    while (!waiting.isEmpty()) {
      skip(out);
    }
  }

  @Override
  public void reset() {
    waiting.clear();
    lately.clear();
    next = null;
    probation = null;
    lost = 0;
  }

  /** Frames that were dropped because their audio had come already. */
  public long duplicates() {
    return drops.of(DUPLICATE);
  }

  /** Frames that were dropped because a gap had taken their place. */
  public long late() {
    return drops.of(LATE);
  }

  /** Samples that gaps have taken the place of. */
  public long lostSamples() {
    return lost;
  }

  private void arrive(Captured frame) {
    if (next == null) {
      next = frame.position();
    }
    if (isStray(frame)) {
      return;
    }
    if (frame.end().compareTo(next) > 0) {
      if (waiting.putIfAbsent(frame.position().sample(), frame) != null) {
        drops.count(DUPLICATE, 1);
      }
    } else if (lately.stream().anyMatch(gap -> overlap(gap, frame))) {
      drops.count(LATE, 1);
    } else {
      drops.count(DUPLICATE, 1);
    }
  }

  /**
   * Whether a frame lies so far ahead that it is more likely a mistake: the jump is believed when
   * the frame after it goes on from there, as RFC 3550 (A.1) does with a new source. The first is
   * lost.
   */
  private boolean isStray(Captured frame) {
    boolean ahead =
        next != null && frame.position().since(next) > FARTHEST.toSeconds() * frame.rate();
    boolean believed = probation != null && frame.position().equals(probation);
    probation = ahead && !believed ? frame.end() : null;
    if (probation != null) {
      drops.count(STRAY, 1);
    }
    return probation != null;
  }

  /** Passes what waits for nothing any more. */
  private void passInOrder(Consumer<? super Inbound> out) {
    while (next != null && !waiting.isEmpty() && waiting.firstKey() <= next.sample()) {
      Captured frame = waiting.pollFirstEntry().getValue();
      int known = (int) next.since(frame.position());
      if (known >= frame.samples().count()) {
        drops.count(DUPLICATE, 1);
      } else {
        pass(
            known == 0
                ? frame
                : new Captured(next, frame.samples().slice(known, frame.samples().count())),
            out);
      }
    }
  }

  private void giveUpWaiting(int rate, Consumer<? super Inbound> out) {
    long most = Position.samples(window, rate);
    while (next != null
        && !waiting.isEmpty()
        && waiting.lastEntry().getValue().end().since(next) > most) {
      skip(out);
    }
  }

  /** Puts a gap in the place of what is missing before the first frame that waits. */
  private void skip(Consumer<? super Inbound> out) {
    Captured first = waiting.firstEntry().getValue();
    if (next != null && first.position().compareTo(next) > 0) {
      Gap gap = new Gap(next, first.position().since(next), Gap.Cause.LOST);
      lost += gap.samples();
      lately.addLast(gap);
      if (lately.size() > GAPS_KEPT) {
        lately.removeFirst();
      }
      pass(gap, out);
    }
    passInOrder(out);
  }

  private void pass(Inbound frame, Consumer<? super Inbound> out) {
    next =
        switch (frame) {
          case Captured captured -> captured.end();
          case Gap gap -> gap.end();
          case Signal signal -> next;
        };
    out.accept(frame);
  }

  private static boolean overlap(Gap gap, Captured frame) {
    return frame.position().compareTo(gap.end()) < 0 && gap.position().compareTo(frame.end()) < 0;
  }
}
