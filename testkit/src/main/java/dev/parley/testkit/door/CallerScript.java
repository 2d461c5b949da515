package dev.parley.testkit.door;

import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.playout.Ear;
import dev.parley.engine.playout.Pace;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.stage.Overflow;
import dev.parley.testkit.Frames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link ScriptedCaller} does, and how its far end behaves. Immutable; all times count from
 * the beginning of the call.
 *
 * @param rate of what it says and of what it wants to be given
 * @param sayings what it says and when, in order of time, without overlaps
 * @param doneAt when it has said all that it will say, if it tells so
 * @param hangsUpAt when it hangs up, if not the other side does
 * @param breaksAt when its line breaks down in the middle of everything, if it does
 * @param playout how it wants replies handed over
 * @param overflow what happens when the pipeline does not keep up
 * @param listens whether it takes what it is given; if not, it never asks for anything
 * @param answersMarks whether its far end sends marks back
 */
public record CallerScript(
    int rate,
    List<Saying> sayings,
    Optional<Duration> doneAt,
    Optional<Duration> hangsUpAt,
    Optional<Duration> breaksAt,
    PlayoutSettings playout,
    Overflow overflow,
    boolean listens,
    boolean answersMarks) {

  /** What is said at one go; with signals, as if a detector had heard it, or as bare audio. */
  public record Saying(Duration from, Samples audio, boolean signals) {}

  public CallerScript {
    sayings = List.copyOf(sayings);
  }

  /** A silent caller who listens in real time and never hangs up. */
  public static CallerScript at(int rate) {
    return new CallerScript(
        rate,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        PlayoutSettings.of(Pace.clock(), Ear.COUNTED),
        Overflow.WAIT,
        /* listens= */ true,
        /* answersMarks= */ true);
  }

  /** Says a tone then, for so long, with the signals of a detector around it. */
  public CallerScript says(Duration from, Duration length) {
    return with(
        new Saying(from, Frames.tone(440, rate, (int) Position.samples(length, rate)), true));
  }

  /** Says just this, for detectors to find. */
  public CallerScript says(Duration from, Samples audio) {
    return with(new Saying(from, audio, false));
  }

  /** Tells then that it has said all, and goes on listening. */
  public CallerScript doneAt(Duration when) {
    return new CallerScript(
        rate,
        sayings,
        Optional.of(when),
        hangsUpAt,
        breaksAt,
        playout,
        overflow,
        listens,
        answersMarks);
  }

  public CallerScript hangsUpAt(Duration when) {
    return new CallerScript(
        rate,
        sayings,
        doneAt,
        Optional.of(when),
        breaksAt,
        playout,
        overflow,
        listens,
        answersMarks);
  }

  /** Its line breaks down then. */
  public CallerScript breaksAt(Duration when) {
    return new CallerScript(
        rate,
        sayings,
        doneAt,
        hangsUpAt,
        Optional.of(when),
        playout,
        overflow,
        listens,
        answersMarks);
  }

  public CallerScript playedBy(PlayoutSettings settings) {
    return new CallerScript(
        rate, sayings, doneAt, hangsUpAt, breaksAt, settings, overflow, listens, answersMarks);
  }

  public CallerScript onOverflow(Overflow policy) {
    return new CallerScript(
        rate, sayings, doneAt, hangsUpAt, breaksAt, playout, policy, listens, answersMarks);
  }

  /** Never asks for anything to play. */
  public CallerScript deaf() {
    return new CallerScript(
        rate, sayings, doneAt, hangsUpAt, breaksAt, playout, overflow, false, answersMarks);
  }

  /** Never sends a mark back. */
  public CallerScript withoutMarks() {
    return new CallerScript(
        rate, sayings, doneAt, hangsUpAt, breaksAt, playout, overflow, listens, false);
  }

  private CallerScript with(Saying saying) {
    List<Saying> more = new ArrayList<>(sayings);
    more.add(saying);
    return new CallerScript(
        rate, more, doneAt, hangsUpAt, breaksAt, playout, overflow, listens, answersMarks);
  }
}
