package dev.parley.twilio.door;

import dev.parley.audio.codec.G711;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.twilio.messages.FromTwilio;

/**
 * Where the pieces of the caller's audio belong. Chunks tell their order and how many are missing;
 * times tell of audio that was lost before it was counted. One owner.
 *
 * <p>Times jitter by some milliseconds and their clock drifts against the samples', so they count
 * only when they jump, and only as far as they are ahead of the samples.
 */
final class Timeline {

  /** What Twilio sends at once, in samples: of pieces that never came, too. */
  static final int CHUNK = 160;

  static final int RATE = 8_000;

  private static final int PER_MILLI = RATE / 1_000;

  /** A jump of less is jitter. */
  private static final long JUMP = 60 * PER_MILLI;

  /** Nobody waits for more than this: it is a mistake, and what follows it is taken as next. */
  private static final long FARTHEST = 30L * RATE;

  /** No piece comes so many others late: it is a mistake, too. */
  private static final long LATEST = 500;

  private long chunk;
  private long end;
  private long origin;
  private long lead;

  /** The piece in its place; an earlier one than the first has place 0. */
  Captured place(FromTwilio.Media media) {
    short[] pcm = new short[media.mulaw().length];
    for (int i = 0; i < pcm.length; i++) {
      pcm[i] = G711.fromMulaw(media.mulaw()[i]);
    }
    return new Captured(new Position(start(media, pcm.length), RATE), Samples.wrap(pcm));
  }

  /** Behind the latest audio. */
  Position end() {
    return new Position(end, RATE);
  }

  private long start(FromTwilio.Media media, int samples) {
    if (chunk == 0) {
      chunk = media.chunk();
      long first = Math.min(media.chunk() - 1, FARTHEST / CHUNK) * CHUNK;
      end = Math.max(0, first) + samples;
      origin = media.millis() * PER_MILLI - Math.max(0, first);
      return end - samples;
    }
    long ahead = media.chunk() - chunk;
    if (ahead <= 0 && ahead > -LATEST) { // late, or twice
      return Math.max(0, end - (1 - ahead) * CHUNK);
    }
    long start = end + (ahead - 1) * CHUNK;
    if (ahead <= 0 || start - end > FARTHEST) {
      start = end;
    }
    long now = media.millis() * PER_MILLI - origin - start;
    boolean jumped = now - lead > JUMP && now > JUMP;
    if (jumped && now <= FARTHEST) {
      start += now;
      now = 0;
    }
    lead = now;
    chunk = media.chunk();
    end = start + samples;
    return start;
  }
}
