package dev.parley.recorder.replay;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Signal;
import dev.parley.recorder.file.Recorded;
import dev.parley.recorder.format.FrameCodec;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a session learned of each fact about its caller; of an onset that cut a reply, when it was
 * cut. One owner.
 */
final class FactTimes {

  /**
   * When a fact was learned.
   *
   * @param nanos in the call
   * @param cut how far the reply had been handed over that it cut, where that is what was heard
   */
  record When(long nanos, Optional<HandedOver.Place> cut) {}

  private static final Set<String> FACTS =
      Set.of("speech_started", "speech_stopped", "turn_ended", "dtmf", "caller_done");

  private final Map<Signal, Deque<When>> times = new HashMap<>();

  private FactTimes() {}

  static FactTimes of(Recorded recorded) {
    FactTimes facts = new FactTimes();
    Duration doubt = recorded.about().settings().policy().doubt();
    List<Recorded.Decision> decided = recorded.decided();
    for (int i = 0; i < decided.size(); i++) {
      Recorded.Decision decision = decided.get(i);
      if (FACTS.contains(decision.type())) {
        Signal fact = FrameCodec.readSignal(decision.what());
        When when = new When(decision.nanos(), Optional.empty());
        if (fact instanceof Signal.SpeechStarted && doubt.isZero()) {
          when = cutBy(when, recorded.cuts(), following(decided, i));
        }
        facts.times.computeIfAbsent(fact, any -> new ArrayDeque<>()).add(when);
      }
    }
    return facts;
  }

  /** When the next fact like this one was learned then; empty if there was none. */
  Optional<When> next(Signal fact) {
    Deque<When> left = times.get(fact);
    return left == null ? Optional.empty() : Optional.ofNullable(left.poll());
  }

  /** What was decided between a fact and the next. */
  private static List<Recorded.Decision> following(List<Recorded.Decision> decided, int fact) {
    int end = fact + 1;
    while (end < decided.size() && !FACTS.contains(decided.get(end).type())) {
      end++;
    }
    return decided.subList(fact + 1, end);
  }

  private static When cutBy(When onset, List<Long> cuts, List<Recorded.Decision> following) {
    for (Recorded.Decision later : following) {
      boolean isCut =
          later.type().equals("interrupted")
              && later.what().text("why").equals(CutReason.BARGE_IN.name());
      long late = later.nanos() - onset.nanos;
      if (isCut && late >= 0 && late <= Punctuality.PATIENCE.toNanos()) {
        return new When(
            doorTold(cuts, onset.nanos, later.nanos()),
            handedOver(following, later.what().texts("epochs")));
      }
    }
    return onset;
  }

  /** The door may learn of a cut before the session does; the cut itself was earlier still. */
  private static long doorTold(List<Long> cuts, long heard, long decided) {
    return cuts.stream().filter(cut -> cut >= heard && cut < decided).findFirst().orElse(decided);
  }

  /** How far the last part of these replies had come, where what is handed over is heard. */
  private static Optional<HandedOver.Place> handedOver(
      List<Recorded.Decision> following, List<String> epochs) {
    return following.stream()
        .filter(later -> later.type().equals("heard_of"))
        .map(Recorded.Decision::what)
        .filter(heard -> heard.text("basis").equals(Heard.Basis.COUNTED.name()))
        .filter(heard -> epochs.contains(heard.text("epoch")))
        .reduce((first, last) -> last)
        .map(
            heard ->
                new HandedOver.Place(
                    heard.text("epoch"), heard.number("part"), heard.number("at")));
  }
}
