package dev.parley.twilio.door;

import dev.parley.audio.codec.G711;
import dev.parley.audio.jitter.JitterBuffer;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.Part;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Drops;
import dev.parley.sockets.CloseCode;
import dev.parley.twilio.door.Departure.Why;
import dev.parley.twilio.messages.FromTwilio;
import dev.parley.twilio.messages.ToTwilio;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * Between a media stream and a call: translates both ways. When a call is over its {@link Leaving}
 * decides. Knows no streams and no threads; one owner.
 */
final class Switchboard {

  private static final Duration REORDERED = Duration.ofMillis(100);

  /** What our marks are called, before their numbers. */
  private static final String MARK = "parley-";

  private final LineSettings settings;
  private final String streamSid;
  private final Exchange exchange;
  private final Figures figures;
  private final Sequence sequence = new Sequence();
  private final Timeline timeline = new Timeline();
  private final JitterBuffer jitter;
  private final FarEndBuffer farEnd = new FarEndBuffer();
  private final KeyPad pad;
  private final Leaving leaving;
  private long itemsMade;

  /**
   * @param start the stream's first message, which was taken already
   */
  Switchboard(
      LineSettings settings,
      FromTwilio.Start start,
      Exchange exchange,
      Figures figures,
      Drops drops) {
    this.settings = settings;
    this.streamSid = start.streamSid();
    this.exchange = exchange;
    this.figures = figures;
    sequence.isNew(start.sequence());
    jitter = new JitterBuffer(REORDERED, drops);
    pad = new KeyPad(settings.keys());
    leaving = new Leaving(settings, exchange, figures, farEnd);
  }

  /** The call begins now. */
  void begin() {
    leaving.begin();
  }

  // ---- from Twilio

  void take(FromTwilio message) {
    if (!(message instanceof FromTwilio.OfStream ofStream)) {
      return; // connected, once more
    }
    if (!ofStream.streamSid().equals(streamSid)) {
      fault("a message of another stream came over this socket");
      return;
    }
    if (!sequence.isNew(ofStream.sequence())) {
      figures.duplicates.incrementAndGet();
      return;
    }
    figures.missing.set(sequence.missing());
    switch (ofStream) {
      case FromTwilio.Start again -> fault("a stream began twice");
      case FromTwilio.Media media -> {
        if (media.track() == FromTwilio.Track.INBOUND) {
          jitter.accept(timeline.place(media), this::hear);
        }
      }
      case FromTwilio.Mark mark -> marked(mark.name());
      case FromTwilio.Dtmf dtmf -> pressed(dtmf.key());
      case FromTwilio.Stop stop -> {
        jitter.flush(this::hear);
        leaving.atOnce(Departure.because(Why.CALLER), CloseCode.NORMAL, "the stream has stopped");
      }
    }
  }

  /** Something came that is no message. */
  void unreadable() {
    if (figures.bad.incrementAndGet() >= settings.mostBad()) {
      fault("too many messages made no sense");
    }
  }

  private void hear(Inbound frame) {
    if (frame instanceof Gap gap) {
      figures.gaps.incrementAndGet();
      figures.lostSamples.addAndGet(gap.samples());
    }
    exchange.hear(frame);
  }

  private void marked(String name) {
    if (name.matches(MARK + "[0-9]{1,18}")) {
      figures.marksBack.incrementAndGet();
      exchange.acked(Long.parseLong(name.substring(MARK.length())));
    }
  }

  private void pressed(char key) {
    figures.keys.incrementAndGet();
    leaving.touched();
    jitter.accept(new Signal.Dtmf(key, timeline.end()), this::hear);
    pad.press(key, exchange.nanos());
    tellKeys();
  }

  /** Keys are an answer: what is being said is cut, as by speech. */
  private void tellKeys() {
    pad.take(exchange.nanos())
        .ifPresent(
            words -> {
              String id = "keys-" + ++itemsMade;
              List<Part> parts = List.of(new Part.Text(words));
              if (leaving.agentSpeaks()) {
                exchange.tell(SessionCommand.Cancel.all());
              }
              exchange.tell(
                  new SessionCommand.Remember(new Item.Message(id, Item.Role.CALLER, parts)));
              exchange.tell(new SessionCommand.Reply(ReplySpec.asConfigured(), Epoch.Lane.MAIN));
            });
  }

  // ---- from the call

  void take(Outbound frame) {
    if (leaving.isDeaf()) {
      return;
    }
    switch (frame) {
      case Spoken spoken -> send(mulaw(spoken.samples()));
      case Cue.Interrupted cut -> {
        boolean ofTheMouth = cut.epochs().stream().anyMatch(e -> e.lane() != Epoch.Lane.SIDE);
        if (ofTheMouth) {
          exchange.send(new ToTwilio.Clear(streamSid));
          farEnd.cleared(exchange.nanos());
          figures.clears.incrementAndGet();
        }
        exchange.record(new CallEvent.Flushed(cut.epochs()));
      }
      case Cue.Mark mark -> {
        exchange.send(new ToTwilio.Mark(streamSid, MARK + mark.id()));
        figures.marksSent.incrementAndGet();
      }
      default -> {} // words and facts, for which a telephone has no place
    }
  }

  private static byte[] mulaw(Samples samples) {
    byte[] mulaw = new byte[samples.count()];
    for (int i = 0; i < mulaw.length; i++) {
      mulaw[i] = G711.toMulaw(samples.at(i));
    }
    return mulaw;
  }

  private void send(byte[] mulaw) {
    exchange.send(new ToTwilio.Media(streamSid, mulaw));
    farEnd.sent(mulaw.length, exchange.nanos());
    figures.sentSamples.addAndGet(mulaw.length);
  }

  // ---- from the session, the house and the clock

  void note(Activity activity) {
    leaving.note(activity);
  }

  void take(CallHands.Order order) {
    switch (order) {
      case CallHands.Order.Leave(Departure departure) -> leaving.leave(departure);
      case CallHands.Order.Press(String keys) -> {
        if (!leaving.isDeaf()) {
          keys.chars().forEach(key -> send(Tones.of((char) key)));
        }
      }
    }
  }

  void wake() {
    tellKeys();
    leaving.wake();
  }

  /** When to wake up. */
  OptionalLong nextAlarm() {
    OptionalLong keys = leaving.hasBegun() ? OptionalLong.empty() : pad.dueAt();
    OptionalLong end = leaving.nextAlarm();
    if (keys.isPresent() && end.isPresent()) {
      return OptionalLong.of(Math.min(keys.getAsLong(), end.getAsLong()));
    }
    return keys.isPresent() ? keys : end;
  }

  /** The call has ended by itself, or by the application's hand. */
  void callEnded() {
    leaving.withoutWords(Departure.because(Why.APPLICATION));
  }

  void callFailed() {
    leaving.atOnce(Departure.because(Why.FAULT), CloseCode.INTERNAL_ERROR, "server error");
  }

  /** Twilio's side is closed. */
  void socketClosed(Why why) {
    leaving.atOnce(Departure.because(why), CloseCode.NORMAL, "the caller is gone");
  }

  private void fault(String sentence) {
    leaving.atOnce(Departure.because(Why.FAULT), CloseCode.POLICY, sentence);
  }
}
