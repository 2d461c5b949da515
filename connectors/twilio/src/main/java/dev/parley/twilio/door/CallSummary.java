package dev.parley.twilio.door;

import dev.parley.engine.session.SessionReport;
import dev.parley.twilio.door.Departure.Why;
import dev.parley.twilio.messages.FromTwilio;
import java.time.Duration;

/**
 * How a call went, in figures; nothing of what was said, and no numbers of anybody.
 *
 * @param callSid Twilio's name for the call
 * @param agent which agent took it; empty for the only one
 * @param why who or what ended it
 * @param lasted from the stream's beginning to its end
 * @param turns the caller's turns
 * @param replies replies that were asked for
 * @param cuts audible replies that were cut
 * @param spoken how much of the agent's audio was sent
 * @param heard how much of it was heard, as far as marks tell
 * @param gaps how often the caller's audio was missing
 * @param lost how much of it
 * @param missing messages that never came
 * @param duplicates messages that came twice
 * @param bad messages that made no sense
 * @param marksSent marks that Twilio was given
 * @param marksBack marks that came back
 * @param clears how often Twilio was told to throw audio away
 * @param keys keys that the caller pressed
 * @param tools tool calls
 * @param failed whether the session broke
 */
public record CallSummary(
    String callSid,
    String agent,
    Why why,
    Duration lasted,
    long turns,
    long replies,
    long cuts,
    Duration spoken,
    Duration heard,
    long gaps,
    Duration lost,
    long missing,
    long duplicates,
    long bad,
    long marksSent,
    long marksBack,
    long clears,
    long keys,
    long tools,
    boolean failed) {

  static CallSummary of(
      FromTwilio.Start start, String agent, Figures figures, SessionReport report) {
    return new CallSummary(
        start.callSid(),
        agent,
        figures.why().orElse(report.failure().isPresent() ? Why.FAULT : Why.LOST),
        report.lasted(),
        report.turns(),
        report.replies(),
        report.interruptions(),
        samples(figures.sentSamples.get()),
        Duration.ofNanos(figures.heardNanos.get()),
        figures.gaps.get(),
        samples(figures.lostSamples.get()),
        figures.missing.get(),
        figures.duplicates.get(),
        figures.bad.get(),
        figures.marksSent.get(),
        figures.marksBack.get(),
        figures.clears.get(),
        figures.keys.get(),
        figures.tools.get(),
        report.failure().isPresent());
  }

  private static Duration samples(long count) {
    return Duration.ofNanos(count * 1_000_000_000 / Timeline.RATE);
  }
}
