package dev.parley.recorder.file;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.model.Ack;
import dev.parley.recorder.format.About;
import dev.parley.recorder.format.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recording as it was read. Immutable.
 *
 * @param about whose it is and how the call was assembled
 * @param fromOutside what the caller, the client and the application did, in order: {@code
 *     FromCaller}, {@code MarkPassed}, {@code Played}, {@code ToSession}, {@code Over}
 * @param asked what the model was told, in order
 * @param answers what the model answered, by the number of what it was told
 * @param fromModel what the model gave, in order: {@code FromModel} and {@code Over}
 * @param decided what the session decided, in order
 * @param marks what the door's marks lay behind, by their numbers
 * @param cuts when the door was told of cuts, in nanoseconds from the beginning of the call
 * @param lost from when on audio that came is missing, in nanoseconds from the beginning of the
 *     call; {@link Long#MAX_VALUE} if none is
 * @param whole whether the recording ends with its session, and was not broken off
 */
public record Recorded(
    About about,
    List<Entry> fromOutside,
    List<Asked> asked,
    Map<Long, Ack> answers,
    List<Entry> fromModel,
    List<Decision> decided,
    Map<Long, String> marks,
    List<Long> cuts,
    long lost,
    boolean whole) {

  /**
   * What the model was told.
   *
   * @param n counts what it was told
   * @param type what, as {@code events.jsonl} calls it
   * @param epoch of which reply, if of one
   */
  public record Asked(long nanos, long n, String type, Optional<Epoch> epoch) {

    /** Whether a reply was wanted. */
    public boolean wantsReply() {
      return epoch.isPresent() && (type.equals("reply") || type.equals("say"));
    }

    /** Whether a reply was wanted no more. */
    public boolean cancels() {
      return epoch.isPresent() && type.equals("cancel");
    }
  }

  /** What the session decided, and when. */
  public record Decision(long nanos, Fields what) {

    public String type() {
      return what.text("type");
    }
  }

  public Recorded {
    fromOutside = List.copyOf(fromOutside);
    asked = List.copyOf(asked);
    answers = Map.copyOf(answers);
    fromModel = List.copyOf(fromModel);
    decided = List.copyOf(decided);
    marks = Map.copyOf(marks);
    cuts = List.copyOf(cuts);
  }

  /** The same recording of a session that was assembled otherwise. */
  public Recorded with(About other) {
    return new Recorded(
        other, fromOutside, asked, answers, fromModel, decided, marks, cuts, lost, whole);
  }

  /**
   * Until when it tells all that happened: one that was broken off may know of audio that was not
   * written any more.
   */
  public long intactUntil() {
    return whole ? Long.MAX_VALUE : Math.min(lost, end());
  }

  /** When the last thing happened, in nanoseconds from the beginning of the call. */
  public long end() {
    long end = 0;
    for (Entry entry : fromOutside) {
      end = Math.max(end, entry.nanos());
    }
    for (Entry entry : fromModel) {
      end = Math.max(end, entry.nanos());
    }
    for (Decision decision : decided) {
      end = Math.max(end, decision.nanos());
    }
    return end;
  }
}
