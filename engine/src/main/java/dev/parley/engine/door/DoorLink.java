package dev.parley.engine.door;

import dev.parley.engine.playout.PlayoutControl;
import dev.parley.engine.telemetry.Drops;
import dev.parley.engine.time.CallClock;

/**
 * What a door is given of the call that it belongs to.
 *
 * @param callId names the call in logs and files
 * @param clock the call's time
 * @param drops counts what the door throws away
 * @param playout where a door reports what its far end has played
 */
public record DoorLink(String callId, CallClock clock, Drops drops, PlayoutControl playout) {}
