package dev.parley.benchmarks.serve;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says something, hears the reply begin, talks over it, and so on: each interruption is itself the
 * turn that the next reply answers.
 */
final class InterruptingCaller implements Caller {

  private static final int PAUSE = 20; // frames before the first word
  private static final int WORDS = 30;
  private static final int PATIENCE = 25; // frames of a reply that it hears out
  private static final int LONGEST_REPLY_WAIT = 500;

  private final AppendFrames room;
  private final AppendFrames voice;
  private final List<Interruption> done = new ArrayList<>();
  private @Nullable Line line;
  private boolean ready;
  private String complaint = "";

  private long frame;
  private long speakFrom = PAUSE;
  private long lastSent;
  private String reply = "";
  private @Nullable Trial trial;

  /**
   * @param room what it sends while it listens
   * @param voice what it says
   */
  InterruptingCaller(AppendFrames room, AppendFrames voice) {
    this.room = room;
    this.voice = voice;
  }

  /** An interruption that is under way. */
  private static final class Trial {
    private final String reply;
    private final long begun;
    private final List<Long> heardBy = new ArrayList<>();
    private long decided = -1;
    private long old;
    private long after;
    private long last;

    Trial(String reply, long begun) {
      this.reply = reply;
      this.begun = begun;
      this.last = begun;
    }
  }

  @Override
  public void open(Line to) {
    line = to;
    to.send(Ask.ANSWERED_TURNS);
  }

  @Override
  public void frame(long index, long due) {
    if (line == null) {
      return;
    }
    frame = index;
    boolean speaks = index >= speakFrom && index < speakFrom + WORDS;
    if (index == speakFrom && !reply.isEmpty()) {
      trial = new Trial(reply, System.nanoTime());
    }
    if (index > speakFrom + LONGEST_REPLY_WAIT) {
      speakFrom = index + PAUSE; // it was not heard: say it again
    }
    line.send(
        speaks ? voice.frame(index - speakFrom, line.memory()) : room.frame(index, line.memory()));
    lastSent = System.nanoTime();
    if (trial != null && speaks && trial.decided < 0) {
      trial.heardBy.add(trial.old);
    }
  }

  @Override
  public void heard(ByteBuf utf8, long now) {
    Event event = Event.read(utf8);
    switch (event.type()) {
      case "session.updated" -> {
        if (line != null && !ready) {
          ready = true;
          line.ready();
        }
      }
      case "error" -> complaint = event.complaint();
      case "input_audio_buffer.speech_started" -> {
        if (trial != null && trial.decided < 0) {
          trial.decided = now - lastSent;
        }
      }
      case Event.AUDIO -> heard(event, now);
      default -> {} // of no interest
    }
  }

  private void heard(Event audio, long now) {
    Trial under = trial;
    if (under != null && audio.responseId().equals(under.reply)) {
      under.last = now;
      if (under.decided < 0) {
        under.old += audio.audioBytes();
      } else {
        under.after += audio.audioBytes();
      }
    } else if (!audio.responseId().equals(reply)) {
      finish();
      reply = audio.responseId();
      speakFrom = frame + PATIENCE;
    }
  }

  private void finish() {
    Trial over = trial;
    if (over != null && over.decided >= 0) {
      done.add(
          new Interruption(
              over.decided,
              over.heardBy.size(),
              over.heardBy,
              over.old,
              over.after,
              over.last - over.begun));
    }
    trial = null;
  }

  @Override
  public void measure() {
    done.clear();
  }

  List<Interruption> interruptions() {
    return List.copyOf(done);
  }

  /** What the last error said, or empty. */
  String complaint() {
    return complaint;
  }
}
