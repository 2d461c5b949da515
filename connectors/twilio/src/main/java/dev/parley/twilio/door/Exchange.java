package dev.parley.twilio.door;

import dev.parley.engine.frame.Inbound;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.twilio.messages.ToTwilio;

/** What a {@link Switchboard} wants of the world. */
interface Exchange {

  void send(ToTwilio message);

  /** The call hears this, in its order. */
  void hear(Inbound frame);

  void tell(SessionCommand command);

  /** Twilio has played all before this mark of the playout's, or has thrown it away. */
  void acked(long mark);

  void record(CallEvent event);

  /** The stream is about to end; told once, before its socket is closed. */
  void departs(Departure departure);

  /** Closes the socket and ends the call; nothing comes after it. */
  void end(int code, String reason);

  long nanos();
}
