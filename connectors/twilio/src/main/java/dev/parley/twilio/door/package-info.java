/**
 * The door of a telephone call, from a socket on which a media stream begins to the call's end.
 *
 * <p>Reading order:
 *
 * <ol>
 *   <li>{@link dev.parley.twilio.door.FoyerStage} and its {@link
 *       dev.parley.twilio.door.Doorkeeper}: whose stream it is; {@link
 *       dev.parley.twilio.door.TwilioDoor} with {@link dev.parley.twilio.door.LineSettings}, {@link
 *       dev.parley.twilio.door.KeySettings}, {@link dev.parley.twilio.door.CallHands}, {@link
 *       dev.parley.twilio.door.Departure} and {@link dev.parley.twilio.door.CallSummary}.
 *   <li>The core, without streams: {@link dev.parley.twilio.door.Switchboard} and its {@link
 *       dev.parley.twilio.door.Exchange}; {@link dev.parley.twilio.door.Sequence}, {@link
 *       dev.parley.twilio.door.Timeline}, {@link dev.parley.twilio.door.FarEndBuffer}, {@link
 *       dev.parley.twilio.door.KeyPad}, {@link dev.parley.twilio.door.Tones}; {@link
 *       dev.parley.twilio.door.Leaving} with {@link dev.parley.twilio.door.Attention}.
 *   <li>{@link dev.parley.twilio.door.TwilioStage} puts it into a stream; {@link
 *       dev.parley.twilio.door.CallWatch} tells it of its session, {@link
 *       dev.parley.twilio.door.Figures} are counted.
 * </ol>
 *
 * <p>May import: the JDK, Pekko, the engine, {@code dev.parley.audio}, {@code dev.parley.sockets},
 * slf4j and {@code twilio.messages}.
 */
@NullMarked
package dev.parley.twilio.door;

import org.jspecify.annotations.NullMarked;
