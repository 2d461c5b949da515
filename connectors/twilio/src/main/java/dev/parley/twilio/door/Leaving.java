package dev.parley.twilio.door;

import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.turn.SayWhen;
import dev.parley.sockets.CloseCode;
import dev.parley.twilio.door.Departure.Why;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * When a call is over: after too long a silence, at its longest, or when it is asked to be; and how
 * it ends: with last words where that is polite, and not before they have been played. One owner;
 * times in nanoseconds.
 */
final class Leaving {

  /** No reply for so long means that there will be none: the last word was said. */
  private static final long SETTLED = Duration.ofMillis(700).toNanos();

  /** What the network may take longer than the clock knows. */
  private static final long MARGIN = Duration.ofMillis(200).toNanos();

  private enum Phase {
    TALKING,
    LAST_WORDS,
    PLAYING_OUT,
    GONE
  }

  private final LineSettings settings;
  private final Exchange exchange;
  private final Figures figures;
  private final FarEndBuffer farEnd;
  private final Attention attention = new Attention();
  private long maximumAt;
  private Phase phase = Phase.TALKING;
  private Departure departure = Departure.because(Why.LOST);
  private long until;
  private long promptedAt;

  Leaving(LineSettings settings, Exchange exchange, Figures figures, FarEndBuffer farEnd) {
    this.settings = settings;
    this.exchange = exchange;
    this.figures = figures;
    this.farEnd = farEnd;
  }

  /** The call begins now. */
  void begin() {
    long now = exchange.nanos();
    attention.touched(now);
    maximumAt = now + settings.maximum().toNanos();
    promptedAt = now - 1;
  }

  void note(Activity activity) {
    attention.note(activity, exchange.nanos());
  }

  /** The caller did something that is no speech. */
  void touched() {
    attention.touched(exchange.nanos());
  }

  /** Whether a reply is being made or played. */
  boolean agentSpeaks() {
    return !attention.agentIsQuiet();
  }

  /** Whether the end has begun. */
  boolean hasBegun() {
    return phase != Phase.TALKING;
  }

  /** Whether nothing more is sent. */
  boolean isDeaf() {
    return phase == Phase.PLAYING_OUT || phase == Phase.GONE;
  }

  /** Ends the call when the agent's last words have been played, if it has any. */
  void leave(Departure how) {
    if (phase != Phase.TALKING) {
      return;
    }
    decide(how);
    boolean mayTalk = how.why() == Why.AGENT || how.why() == Why.TRANSFER;
    if (how.say().isEmpty() && !mayTalk) {
      playOut();
      return;
    }
    how.say().ifPresent(text -> exchange.tell(new SessionCommand.Say(text, SayWhen.CUT)));
    phase = Phase.LAST_WORDS;
    until = exchange.nanos() + settings.lastWords().toNanos();
    attention.touched(exchange.nanos()); // a reply to come has some time to begin
  }

  /** Ends the call when what lies at Twilio has been played. */
  void withoutWords(Departure how) {
    if (phase == Phase.TALKING) {
      decide(how);
    }
    if (!isDeaf()) {
      playOut();
    }
  }

  /** Ends the call now. */
  void atOnce(Departure how, int code, String reason) {
    if (phase == Phase.TALKING) {
      decide(how);
    }
    gone(code, reason);
  }

  void wake() {
    long now = exchange.nanos();
    switch (phase) {
      case TALKING -> {
        if (now >= maximumAt) {
          leave(Departure.because(Why.MAXIMUM).saying(settings.goodbye()));
        } else if (attention.isQuiet() && now >= silenceAt()) {
          leave(Departure.because(Why.SILENCE).saying(settings.goodbye()));
        } else if (isPromptDue(now)) {
          promptedAt = now;
          settings
              .prompt()
              .ifPresent(
                  said -> exchange.tell(new SessionCommand.Say(said.text(), SayWhen.NEXT_PAUSE)));
        }
      }
      case LAST_WORDS -> {
        boolean settled = attention.agentIsQuiet() && now >= attention.quietSince() + SETTLED;
        if (settled || now >= until) {
          playOut();
        }
      }
      case PLAYING_OUT -> {
        if (now >= until) {
          boolean broken = departure.why() == Why.FAULT;
          gone(broken ? CloseCode.INTERNAL_ERROR : CloseCode.NORMAL, "the stream is over");
        }
      }
      case GONE -> {}
    }
  }

  OptionalLong nextAlarm() {
    return switch (phase) {
      case TALKING -> {
        long next = maximumAt;
        if (attention.isQuiet()) {
          next = Math.min(next, silenceAt());
          if (settings.prompt().isPresent() && promptedAt < attention.calmSince()) {
            next = Math.min(next, promptAt());
          }
        }
        yield OptionalLong.of(next);
      }
      case LAST_WORDS ->
          OptionalLong.of(
              attention.agentIsQuiet() ? Math.min(until, attention.quietSince() + SETTLED) : until);
      case PLAYING_OUT -> OptionalLong.of(until);
      case GONE -> OptionalLong.empty();
    };
  }

  private boolean isPromptDue(long now) {
    return settings.prompt().isPresent()
        && attention.isQuiet()
        && promptedAt < attention.calmSince()
        && now >= promptAt();
  }

  private long promptAt() {
    return attention.calmSince() + settings.prompt().map(said -> said.after().toNanos()).orElse(0L);
  }

  private long silenceAt() {
    return attention.calmSince() + settings.silence().toNanos();
  }

  private void playOut() {
    phase = Phase.PLAYING_OUT;
    long now = exchange.nanos();
    long empty = farEnd.emptyAt();
    until = empty > now ? empty + MARGIN : now;
    wake();
  }

  /** Told at once: the session may have ended before the last of its words has been played. */
  private void decide(Departure how) {
    departure = how;
    if (figures.departs(how)) {
      exchange.departs(how);
    }
  }

  private void gone(int code, String reason) {
    if (phase != Phase.GONE) {
      phase = Phase.GONE;
      exchange.end(code, reason);
    }
  }
}
