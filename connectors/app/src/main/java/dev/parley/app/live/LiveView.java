package dev.parley.app.live;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.engine.time.CallClock;
import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells a call as it happens: a line for each thing that happens and, in a terminal, a last line
 * that moves with the voices. Driven by the call's own frames; safe for any thread.
 */
public final class LiveView implements Telemetry, Tap {

  private static final double REDRAW_MILLIS = 100;

  private final PrintStream out;
  private final boolean terminal;
  private final StatusLine status = new StatusLine();
  private volatile CallClock clock = new CallClock(() -> 0, 0);
  private double drawnAt = -REDRAW_MILLIS;
  private Signal.@Nullable TurnEnded waiting;
  private Signal.@Nullable SpeechStarted onset;
  private int turn;
  private boolean over;

  /**
   * @param terminal whether {@code out} is one: then the last line is drawn over and over
   */
  public LiveView(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public synchronized void record(String callId, Duration at, CallEvent event) {
    double now = clock.audio(at).toNanos() / 1e6;
    switch (event) {
      case CallEvent.Caller(var fact) -> caller(fact, now);
      case CallEvent.FirstAudio first -> {
        status.agent("speaking");
        line(now, "agent speaks" + waited(first.epoch(), now));
      }
      case CallEvent.Interrupted cut -> {
        if (!cut.epochs().isEmpty()) {
          status.agent("cut");
          line(now, "agent falls silent" + sinceOnset(now));
        }
      }
      case CallEvent.ReplyOver over -> status.agent("silent");
      case CallEvent.ToolCalled called -> line(now, "tool " + called.name() + " is called");
      case CallEvent.ToolReturned returned -> line(now, "tool answers");
      case CallEvent.Held held -> line(now, held.on() ? "agent holds" : "agent goes on");
      case CallEvent.Refused refused -> line(now, "refused: " + refused.what());
      case CallEvent.Failed failed -> line(now, failed.where() + ": " + failed.what());
      case CallEvent.Closed closed -> {
        line(now, "call ends");
        clear();
        over = true;
      }
      default -> {} // nothing that a listener would notice
    }
  }

  private void caller(Signal fact, double now) {
    switch (fact) {
      case Signal.SpeechStarted started -> {
        onset = started;
        status.caller("speaking");
        line(now, "caller speaks");
      }
      case Signal.SpeechStopped stopped -> status.caller("pausing");
      case Signal.TurnEnded ended -> {
        waiting = ended;
        status.caller("listening");
        line(
            now,
            "turn %d ends, %.1f s of speech"
                .formatted(
                    ++turn, (ended.speechEnd().millis() - ended.speechStart().millis()) / 1000));
      }
      case Signal.CallerDone done -> line(now, "caller's audio ends");
      default -> {} // nothing that a listener would notice
    }
  }

  private String waited(Epoch epoch, double now) {
    Signal.TurnEnded answered = waiting;
    if (answered == null || epoch.lane() != Epoch.Lane.MAIN) {
      return "";
    }
    waiting = null;
    double waited = now - answered.speechEnd().millis();
    status.latency(waited);
    return ", %.0f ms after the caller".formatted(waited);
  }

  private String sinceOnset(double now) {
    Signal.SpeechStarted since = onset;
    return since == null
        ? ""
        : ", %.0f ms after the caller began".formatted(now - since.at().millis());
  }

  private void line(double millis, String what) {
    clear();
    out.printf("%8.2f s  %s%n", millis / 1000, what);
    draw();
  }

  private void draw() {
    if (terminal && !over) {
      out.print(status);
      out.flush();
    }
  }

  private void clear() {
    if (terminal && !over) {
      out.print(StatusLine.ERASE);
    }
  }

  // The voices' levels, by the frames that pass.

  @Override
  public String name() {
    return "view";
  }

  @Override
  public Observer open(AudioFormat caller, AudioFormat reply, CallClock callClock) {
    clock = callClock;
    return new Observer() {
      @Override
      public void inbound(Inbound frame) {
        if (terminal && frame instanceof Captured captured) {
          heard(captured.samples(), captured.end().millis());
        }
      }

      @Override
      public void outbound(Outbound frame) {
        if (terminal && frame instanceof Spoken spoken) {
          said(spoken.samples());
        }
      }
    };
  }

  private synchronized void heard(Samples samples, double now) {
    status.callerLevel(samples);
    status.time(now);
    if (now - drawnAt >= REDRAW_MILLIS) {
      drawnAt = now;
      clear();
      draw();
    }
  }

  private synchronized void said(Samples samples) {
    status.agentLevel(samples);
  }
}
