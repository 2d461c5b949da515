package dev.parley.engine.script;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A tool call: whom it calls, its arguments piece by piece, and then the whole. It has been made
 * only when the whole leaves: one that is cut before was none.
 */
final class CallPart implements ReplyPart {

  private static final int PIECE = 6;
  private static final int MOST_PIECES = 64;

  private final Epoch epoch;
  private final int number;
  private final String tool;
  private final Calls calls;
  private final long limit;
  private Optional<Callable<String>> search;
  private @Nullable String arguments;
  private @Nullable String callId;
  private int told;
  private int end;
  private boolean made;

  private CallPart(
      Epoch epoch,
      int number,
      String tool,
      Optional<Callable<String>> search,
      Calls calls,
      long limit) {
    this.epoch = epoch;
    this.number = number;
    this.tool = tool;
    this.search = search;
    this.calls = calls;
    this.limit = limit;
  }

  /**
   * A call whose arguments are known.
   *
   * @param limit how many letters the arguments may have
   */
  static CallPart with(Epoch epoch, int number, Act.Call call, Calls calls, long limit) {
    CallPart part = new CallPart(epoch, number, call.tool(), Optional.empty(), calls, limit);
    part.found(call.arguments());
    return part;
  }

  /** A call whose arguments have to be found: see {@link #errand}. */
  static CallPart later(Epoch epoch, int number, Act.CallLater call, Calls calls, long limit) {
    return new CallPart(epoch, number, call.tool(), Optional.of(call.arguments()), calls, limit);
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public ReplySignal.Kind kind() {
    return ReplySignal.Kind.TOOL_CALL;
  }

  @Override
  public Optional<Errand> errand() {
    Optional<Errand> errand = search.map(job -> new Errand.FindArguments(this, job));
    search = Optional.empty();
    return errand;
  }

  /** The arguments are these. */
  void found(String json) {
    arguments = json;
    end = Letters.cut(json, limit);
  }

  @Override
  public @Nullable Outbound poll() {
    if (arguments == null) {
      return null;
    }
    if (callId == null) {
      callId = calls.begin();
      return new ReplySignal.CallStarted(epoch, number, callId, tool);
    }
    if (told < end) {
      int letters = Math.max(PIECE, Math.ceilDiv(arguments.length(), MOST_PIECES));
      int to = Letters.piece(arguments, told, letters, end);
      String json = arguments.substring(told, to);
      told = to;
      return new ReplySignal.ToolCallDelta(epoch, number, json);
    }
    if (made || isCut()) {
      return null;
    }
    made = true;
    calls.made(callId, tool, number);
    return new ReplySignal.ToolCall(epoch, number, callId, tool, arguments);
  }

  @Override
  public boolean isOver() {
    return made || (callId != null && told == end && isCut());
  }

  @Override
  public boolean isHalfDone() {
    return arguments != null && told >= arguments.length() - told;
  }

  @Override
  public boolean isCut() {
    return arguments != null && end < arguments.length();
  }

  @Override
  public long tokens() {
    return Tokens.ofLetters(told);
  }
}
