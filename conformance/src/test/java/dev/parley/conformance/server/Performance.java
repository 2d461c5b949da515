package dev.parley.conformance.server;

import dev.parley.engine.conversation.Output;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recital as it is performed: its frames, made when they are asked for. One owner. */
final class Performance {

  private static final int FRAME = RecitalModel.RATE / 10;
  private static final long ENDLESS = Long.MAX_VALUE / 2;

  private final Epoch epoch;
  private final Output output;
  private final Iterator<Piece> pieces;
  private final Deque<Outbound> ready = new ArrayDeque<>();
  private int part = -1;
  private Position next = Position.start(RecitalModel.RATE);
  private long until;
  private boolean stalls;
  private boolean ended;

  Performance(Epoch epoch, Recital recital, Output output) {
    this.epoch = epoch;
    this.output = output;
    pieces = recital.pieces().iterator();
    ready.add(new ReplySignal.Started(epoch));
  }

  /** Whether nothing more comes, ever. */
  boolean isOver() {
    return ended && ready.isEmpty();
  }

  /** The next frame, or null if there is none now. */
  @Nullable Outbound poll() {
    if (ready.isEmpty() && next.sample() < until) {
      int count = (int) Math.min(FRAME, until - next.sample());
      Spoken audio = new Spoken(epoch, part, next, sound(next.sample(), count));
      next = audio.end();
      return audio;
    }
    if (ready.isEmpty() && !stalls && !ended) {
      advance();
    }
    return ready.poll();
  }

  private void advance() {
    if (part >= 0) {
      ready.add(new ReplySignal.PartEnded(epoch, part));
    }
    if (!pieces.hasNext()) {
      ended = true;
      ready.add(new ReplySignal.Ended(epoch, ReplySignal.Outcome.COMPLETED));
      return;
    }
    part++;
    switch (pieces.next()) {
      case Piece.Say say -> speak(say.words(), samples(say.length()));
      case Piece.Write write -> words(ReplySignal.Kind.TEXT, write.words());
      case Piece.SayOn on -> speak(on.words(), ENDLESS);
      case Piece.Stall stall -> {
        speak(stall.words(), samples(stall.length()));
        stalls = true;
      }
      case Piece.Call call -> {
        ready.add(new ReplySignal.PartStarted(epoch, part, ReplySignal.Kind.TOOL_CALL));
        int middle = call.arguments().length() / 2;
        for (String some :
            List.of(call.arguments().substring(0, middle), call.arguments().substring(middle))) {
          ready.add(new ReplySignal.ToolCallDelta(epoch, part, some));
        }
        ready.add(
            new ReplySignal.ToolCall(epoch, part, call.callId(), call.tool(), call.arguments()));
      }
      case Piece.Fail fail -> {
        ended = true;
        ready.add(new ReplySignal.Ended(epoch, ReplySignal.Outcome.FAILED));
      }
    }
  }

  /** Says it, or writes it where text is wanted. */
  private void speak(String words, long samples) {
    if (output == Output.TEXT) {
      words(ReplySignal.Kind.TEXT, words);
    } else {
      words(ReplySignal.Kind.SPEECH, words);
      next = Position.start(RecitalModel.RATE);
      until = samples;
    }
  }

  private void words(ReplySignal.Kind kind, String words) {
    ready.add(new ReplySignal.PartStarted(epoch, part, kind));
    for (String word : words.split("(?<= )", /* limit= */ -1)) {
      ready.add(new ReplySignal.TextDelta(epoch, part, word));
    }
  }

  private static long samples(Duration length) {
    return Position.samples(length, RecitalModel.RATE);
  }

  /** A sawtooth, never silent. */
  private static Samples sound(long from, int count) {
    short[] pcm = new short[count];
    for (int i = 0; i < count; i++) {
      pcm[i] = (short) ((from + i) % 200 * 40 + 100);
    }
    return Samples.wrap(pcm);
  }
}
