package dev.parley.engine.session;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a session went.
 *
 * @param callId which call
 * @param lasted from its beginning to its end
 * @param turns the caller's turns
 * @param replies replies that were asked for
 * @param interruptions cuts of audible replies
 * @param drops frames thrown away, by edge; empty where none were
 * @param failure why it ended, if it did not end well
 */
public record SessionReport(
    String callId,
    Duration lasted,
    long turns,
    long replies,
    long interruptions,
    Map<String, Long> drops,
    Optional<Throwable> failure) {}
