package dev.parley.twilio;

import dev.parley.engine.telemetry.Telemetry;
import dev.parley.twilio.door.CallSummary;
import java.security.SecureRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What a {@link TwilioHouse} is made of.
 *
 * @param agents who takes which call
 * @param seats how many calls may run
 * @param recorders who records calls
 * @param telemetry is told what happens in the calls
 * @param summaries is told how each call went
 * @param random makes nonces; secure outside of tests, and safe for any thread
 */
public record TwilioParts(
    TwilioAgents agents,
    TwilioSeats seats,
    TwilioRecorders recorders,
    Telemetry telemetry,
    Consumer<CallSummary> summaries,
    RandomGenerator random) {

  /** These agents and seats, with nobody listening. */
  public static TwilioParts of(TwilioAgents agents, TwilioSeats seats) {
    return new TwilioParts(
        agents, seats, TwilioRecorders.none(), Telemetry.none(), summary -> {}, new SecureRandom());
  }

  public TwilioParts withTelemetry(Telemetry listener) {
    return new TwilioParts(agents, seats, recorders, listener, summaries, random);
  }

  public TwilioParts withSummaries(Consumer<CallSummary> listener) {
    return new TwilioParts(agents, seats, recorders, telemetry, listener, random);
  }

  public TwilioParts withRandom(RandomGenerator other) {
    return new TwilioParts(agents, seats, recorders, telemetry, summaries, other);
  }

  public TwilioParts withRecorders(TwilioRecorders others) {
    return new TwilioParts(agents, seats, others, telemetry, summaries, random);
  }
}
