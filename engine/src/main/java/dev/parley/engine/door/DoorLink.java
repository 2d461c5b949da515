package dev.parley.engine.door;

import dev.parley.engine.playout.PlayoutControl;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Drops;
import dev.parley.engine.time.CallClock;
import java.util.function.Consumer;

/**
 * What a door is given of the call that it belongs to.
 *
 * @param callId names the call in logs and files
 * @param clock the call's time
 * @param drops counts what the door throws away
 * @param playout where a door reports what its far end has played
 * @param session takes what the client wants of the conversation; safe for any thread
 * @param telemetry takes what only the door can know of
 */
public record DoorLink(
    String callId,
    CallClock clock,
    Drops drops,
    PlayoutControl playout,
    Consumer<SessionCommand> session,
    Consumer<CallEvent> telemetry) {}
