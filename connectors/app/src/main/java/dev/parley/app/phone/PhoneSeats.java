package dev.parley.app.phone;

import dev.parley.server.Premises;
import dev.parley.twilio.TwilioSeats;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.typed.ActorSystem;

/** The node's seats, of which telephone calls may have so many. */
final class PhoneSeats implements TwilioSeats {

  /** No account of the configuration can be called so. */
  private static final String ACCOUNT = "telephone calls";

  /** So soon behind a stream's end Twilio asks what follows. */
  private static final Duration NEXT = Duration.ofSeconds(2);

  private final ActorSystem<?> system;
  private final Premises premises;
  private final int most;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicBoolean draining = new AtomicBoolean();

  PhoneSeats(ActorSystem<?> system, Premises premises, int most) {
    this.system = system;
    this.premises = premises;
    this.most = most;
  }

  @Override
  public boolean isFree() {
    return taken.get() < most && premises.hasSeat();
  }

  @Override
  public Optional<Runnable> take() {
    return premises
        .seat(ACCOUNT, most)
        .map(
            seat -> {
              taken.incrementAndGet();
              AtomicBoolean left = new AtomicBoolean();
              return () -> {
                if (left.compareAndSet(false, true)) {
                  taken.decrementAndGet();
                  leave(seat::close);
                }
              };
            });
  }

  /**
   * From now on a seat is given back a little later: the server goes when all are, and then nobody
   * would tell Twilio that a call is over, or whom it is put through to.
   */
  void drain() {
    draining.set(true);
  }

  private void leave(Runnable close) {
    if (draining.get()) {
      system.scheduler().scheduleOnce(NEXT, close, system.executionContext());
    } else {
      close.run();
    }
  }
}
