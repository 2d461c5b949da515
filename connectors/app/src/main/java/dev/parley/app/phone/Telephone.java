package dev.parley.app.phone;

import dev.parley.app.config.PhoneSpec;
import dev.parley.server.Annex;
import dev.parley.server.ServerParts;
import dev.parley.sockets.Upgrades;
import dev.parley.twilio.TwilioHouse;
import dev.parley.twilio.TwilioParts;
import dev.parley.twilio.TwilioRecorders;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.server.Route;

/**
 * Telephone calls at the server's port. They share the server's models, tools, detector, metrics
 * and seats; the house writes a line of the log for each. Safe for any thread.
 */
public final class Telephone implements Annex {

  private final TwilioHouse house;
  private final PhoneSeats seats;

  private Telephone(TwilioHouse house, PhoneSeats seats) {
    this.house = house;
    this.seats = seats;
  }

  /**
   * One as a configuration says.
   *
   * @param parts what the server is made of; its telemetry is told of calls as it is
   * @param recorders who records calls
   */
  public static Annex.Builder of(
      PhoneSpec phone, ActorSystem<?> system, ServerParts parts, TwilioRecorders recorders) {
    return premises -> {
      PhoneSeats seats = new PhoneSeats(system, premises, phone.mostCalls());
      return new Telephone(open(phone, system, parts, recorders, seats), seats);
    };
  }

  private static TwilioHouse open(
      PhoneSpec phone,
      ActorSystem<?> system,
      ServerParts parts,
      TwilioRecorders recorders,
      PhoneSeats seats) {
    PhoneAgents agents = PhoneAgents.of(phone, parts.models(), parts.detectors(), parts.tools());
    return TwilioHouse.open(
        system,
        phone.settings(),
        TwilioParts.of(agents, seats)
            .withRecorders(recorders)
            .withTelemetry(parts.telemetry())
            .withRandom(parts.random()));
  }

  @Override
  public Upgrades upgrades() {
    return house;
  }

  @Override
  public Route routes() {
    return house.routes();
  }

  /** Twilio comes by its own name, and proves by its signature who it is. */
  @Override
  public boolean isAtHome() {
    return false;
  }

  @Override
  public void drain() {
    seats.drain();
    house.drain();
  }

  @Override
  public void expelAll() {
    house.close();
  }
}
