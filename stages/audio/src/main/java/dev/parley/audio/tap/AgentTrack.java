package dev.parley.audio.tap;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Spoken;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts replies where they were heard. A slice begins when it left the playout; if that is no more
 * than {@link #TOLERANCE} behind the end of the one before in the same reply, right at that end,
 * since a timer that is late leaves no hole in what is heard. A slice that comes early waits for
 * its turn. A cut takes away what was still to come.
 */
final class AgentTrack {

  static final Duration TOLERANCE = Duration.ofMillis(60);

  /** A playout that keeps the clock is at most one slice ahead, and a little. */
  private static final Duration UNDER_WAY = Duration.ofMillis(40);

  private final WavFile file;
  private final int channel;
  private final Run run;
  private final long tolerance;
  private final long underWay;

  /** What ends later than now, and so may still be cut. */
  private final Deque<Stretch> ahead = new ArrayDeque<>();

  private @Nullable Epoch speaking;

  /** Behind everything that is spoken. */
  private long end;

  /** A piece of a reply in the file, in frames. */
  private record Stretch(Epoch epoch, long from, long to) {}

  AgentTrack(WavFile file, int channel) {
    this.file = file;
    this.channel = channel;
    run = new Run(file, channel);
    tolerance = Position.samples(TOLERANCE, file.rate());
    underWay = Position.samples(UNDER_WAY, file.rate());
  }

  /** A slice left the playout, at that frame of the file. */
  void spoken(Spoken slice, long now) throws IOException {
    boolean goesOn = slice.epoch().equals(speaking) && now <= end + tolerance;
    if (!goesOn) {
      end();
      end = Math.max(end, now);
      run.begin(end, slice.rate());
      speaking = slice.epoch();
    }
    long from = end;
    run.add(slice.samples());
    end = run.endFrame();
    remember(new Stretch(slice.epoch(), from, end), now);
  }

  /**
   * These replies were cut.
   *
   * @param instant the frame of the file at which they were
   * @param othersEnd where the file's other channels end
   */
  void cut(Collection<Epoch> epochs, long instant, long othersEnd) throws IOException {
    // A slice that is under way is heard to its end; what lies behind it is not.
    long now = end - instant <= underWay ? Math.max(instant, end) : instant;
    if (speaking != null && epochs.contains(speaking)) {
      run.breakOff();
      speaking = null;
    }
    forgetUntil(now);
    List<Stretch> gone = ahead.stream().filter(s -> epochs.contains(s.epoch)).toList();
    ahead.removeAll(gone);
    end = ahead.isEmpty() ? Math.min(end, now) : ahead.getLast().to;
    long keep = Math.max(othersEnd, end);
    for (Stretch stretch : gone) {
      file.silence(channel, Math.max(stretch.from, now), Math.min(stretch.to, keep));
    }
    file.truncate(keep); // minutes may lie ahead: to overwrite them would take its time
  }

  /** Ends what is being spoken. */
  void end() throws IOException {
    if (speaking != null) {
      run.end();
      speaking = null;
    }
  }

  private void remember(Stretch stretch, long now) {
    forgetUntil(now);
    Stretch last = ahead.peekLast();
    if (last != null && last.epoch.equals(stretch.epoch) && last.to == stretch.from) {
      ahead.removeLast(); // one stretch for each reply, however many slices
      ahead.addLast(new Stretch(stretch.epoch, last.from, stretch.to));
    } else {
      ahead.addLast(stretch);
    }
  }

  private void forgetUntil(long now) {
    while (!ahead.isEmpty() && ahead.getFirst().to <= now) {
      ahead.removeFirst();
    }
  }
}
