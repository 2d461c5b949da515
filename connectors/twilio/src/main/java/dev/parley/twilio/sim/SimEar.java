package dev.parley.twilio.sim;

import dev.parley.audio.codec.G711;
import dev.parley.engine.frame.Samples;
import dev.parley.twilio.messages.ToTwilio;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's side of a stream's audio: keeps what comes, plays it in real time, gives marks back, and
 * records both tracks side by side. One owner.
 */
final class SimEar {

  private static final int MOST_EVENTS = 200_000;

  /** Audio, or a mark behind it. */
  private static final class Piece {
    final byte[] mulaw;
    final int from;
    final @Nullable String mark;

    Piece(byte[] mulaw, int from, @Nullable String mark) {
      this.mulaw = mulaw;
      this.from = from;
      this.mark = mark;
    }
  }

  private final String streamSid;
  private final Consumer<String> marksBack;
  private final Deque<Piece> waiting = new ArrayDeque<>();
  private final List<SimEvent> events = new ArrayList<>();
  private short[] caller = new short[1 << 15];
  private short[] agent = new short[1 << 15];
  private int length;
  private long waitingSamples;
  private long played;
  private long thrown;
  private long bad;

  /**
   * @param marksBack takes the names of marks that come back
   */
  SimEar(String streamSid, Consumer<String> marksBack) {
    this.streamSid = streamSid;
    this.marksBack = marksBack;
  }

  void take(ToTwilio message, Duration at) {
    if (!message.streamSid().equals(streamSid)) {
      bad++;
      return;
    }
    switch (message) {
      case ToTwilio.Media media -> {
        note(new SimEvent.Media(at, media.mulaw().length));
        waitingSamples += media.mulaw().length;
        waiting.add(new Piece(media.mulaw(), 0, null));
      }
      case ToTwilio.Mark mark -> {
        note(new SimEvent.Mark(at, mark.name()));
        waiting.add(new Piece(new byte[0], 0, mark.name()));
        if (waiting.size() == 1) {
          play(0);
        }
      }
      case ToTwilio.Clear clear -> clear(at);
    }
  }

  void bad() {
    bad++;
  }

  private void clear(Duration at) {
    note(new SimEvent.Clear(at, waitingSamples));
    List<Piece> gone = List.copyOf(waiting);
    waiting.clear();
    waitingSamples = 0;
    for (Piece piece : gone) {
      if (piece.mark != null) {
        thrown++;
        marksBack.accept(piece.mark);
      }
    }
  }

  /** As much time passes as these samples of the caller's last. */
  void pass(short... voice) {
    grow(length + voice.length);
    System.arraycopy(voice, 0, caller, length, voice.length);
    play(voice.length);
    length += voice.length;
  }

  private void play(int samples) {
    int done = 0;
    while (!waiting.isEmpty()) {
      Piece piece = waiting.element();
      if (piece.mark != null) {
        waiting.remove();
        played++;
        marksBack.accept(piece.mark);
      } else if (done == samples) {
        return;
      } else {
        waiting.remove();
        int count = Math.min(piece.mulaw.length - piece.from, samples - done);
        for (int i = 0; i < count; i++) {
          agent[length + done + i] = G711.fromMulaw(piece.mulaw[piece.from + i]);
        }
        done += count;
        waitingSamples -= count;
        if (piece.from + count < piece.mulaw.length) {
          waiting.addFirst(new Piece(piece.mulaw, piece.from + count, null));
        }
      }
    }
  }

  private void note(SimEvent event) {
    if (events.size() < MOST_EVENTS) {
      events.add(event);
    }
  }

  private void grow(int least) {
    if (least > caller.length) {
      caller = Arrays.copyOf(caller, 2 * least);
      agent = Arrays.copyOf(agent, 2 * least);
    }
  }

  SimReport report(int closeCode, boolean byServer) {
    return new SimReport(
        Samples.copyOf(caller, 0, length),
        Samples.copyOf(agent, 0, length),
        events,
        played,
        thrown,
        bad,
        closeCode,
        byServer,
        Duration.ofMillis(length * 1_000L / SimScript.RATE));
  }
}
