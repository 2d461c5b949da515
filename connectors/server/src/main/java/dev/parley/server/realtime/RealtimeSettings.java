package dev.parley.server.realtime;

import dev.parley.server.limit.MessageRateSettings;
import dev.parley.server.limit.SessionLimits;
import dev.parley.wire.session.SessionConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What one session of the protocol is made with.
 *
 * @param config how it begins
 * @param limits what it may use
 * @param rates how fast its client may talk
 * @param transcribes whether its model gives the caller's words in writing
 * @param ownTools the tools that the session carries out itself, by name
 * @param tuning carries changes of its settings into the call
 * @param random makes its ids
 * @param farewell how long its last words may take to reach the client
 * @param timer times its replies, if its client wants to know
 */
record RealtimeSettings(
    SessionConfig config,
    SessionLimits limits,
    MessageRateSettings rates,
    boolean transcribes,
    Set<String> ownTools,
    Tuning tuning,
    RandomGenerator random,
    Duration farewell,
    Optional<ReplyTimer> timer) {}
