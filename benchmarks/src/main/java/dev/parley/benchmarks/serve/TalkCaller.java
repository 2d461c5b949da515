package dev.parley.benchmarks.serve;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** A Realtime client that sends audio, and if it is to, asks for replies and times them. */
final class TalkCaller implements Caller {

  private final AppendFrames frames;
  private final TalkPlan plan;
  private final TalkTally tally;
  private final int offset;
  private @Nullable Line line;
  private boolean ready;
  private boolean replying;
  private boolean silent;
  private long asked;

  /**
   * @param session its number, so that not all of them ask at once
   */
  TalkCaller(AppendFrames frames, TalkPlan plan, TalkTally tally, int session) {
    this.frames = frames;
    this.plan = plan;
    this.tally = tally;
    this.offset = session * 37; // frames; any number that spreads them
  }

  @Override
  public void open(Line to) {
    line = to;
    to.send(plan.update());
  }

  @Override
  public void frame(long frame, long due) {
    if (line == null) {
      return;
    }
    line.send(frames.frame(frame, line.memory()));
    long turn = frame + offset;
    if (isTime(turn, plan.clearEvery())) {
      line.send(Ask.CLEAR);
    }
    if (isTime(turn, plan.askEvery()) && frame > 10) { // a commit takes at least 100 ms
      ask(line);
    }
  }

  private static boolean isTime(long frame, int every) {
    return every > 0 && frame % every == every - 1;
  }

  private void ask(Line to) {
    if (replying) {
      tally.skipped();
      return;
    }
    replying = true;
    silent = true;
    to.send(Ask.COMMIT);
    asked = System.nanoTime();
    to.send(Ask.RESPONSE);
  }

  @Override
  public void heard(ByteBuf utf8, long now) {
    Event event = Event.read(utf8);
    tally.saw(event);
    switch (event.type()) {
      case "session.updated" -> {
        if (line != null && !ready) {
          ready = true;
          line.ready();
        }
      }
      case "response.created" -> tally.created(now - asked);
      case Event.AUDIO -> {
        if (silent) {
          silent = false;
          tally.firstAudio(now - asked);
        }
      }
      case "response.done" -> replying = false;
      default -> {} // counted
    }
  }

  @Override
  public void measure() {
    tally.reset();
  }
}
