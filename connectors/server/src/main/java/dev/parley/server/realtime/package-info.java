/**
 * OpenAI's Realtime protocol at the door: a client on one side, a call of the engine on the other.
 *
 * <p>Reading order: {@link dev.parley.server.realtime.RealtimeCall} (the whole call), {@link
 * dev.parley.server.realtime.RealtimeDoor} and {@link dev.parley.server.realtime.RealtimeStage}
 * (where it comes in, made with {@link dev.parley.server.realtime.RealtimeSettings}; {@link
 * dev.parley.server.realtime.Answers} are what waits to go out, {@link
 * dev.parley.server.realtime.Parting} tells how it ended, {@link
 * dev.parley.server.realtime.ReplyTimer} with {@link dev.parley.server.realtime.TimedTurn} why its
 * answers took as long as they did, {@link dev.parley.server.realtime.Expulsion} ends it from
 * outside); then, without streams, {@link dev.parley.server.realtime.Dialogue} and the {@link
 * dev.parley.server.realtime.Line} it speaks through, {@link
 * dev.parley.server.realtime.Conversation} and the three who write in it:
 *
 * <ul>
 *   <li>{@link dev.parley.server.realtime.ClientDesk} does what the client says: items with {@link
 *       dev.parley.server.realtime.ItemShelf}, what a response shall answer with {@link
 *       dev.parley.server.realtime.ResponseInput}, audio within items with {@link
 *       dev.parley.server.realtime.GivenAudio}; {@link dev.parley.server.realtime.Sizes} says what
 *       is too large, {@link dev.parley.server.realtime.CancelTag} how a cancel comes back;
 *   <li>{@link dev.parley.server.realtime.CallerTurns} makes items of what the caller says, and
 *       {@link dev.parley.server.realtime.IdleWait} tells when silence becomes one;
 *   <li>{@link dev.parley.server.realtime.ReplyDesk} writes down what the call replies, {@link
 *       dev.parley.server.realtime.PartDesk} its parts.
 * </ul>
 *
 * <p>What they keep: {@link dev.parley.server.realtime.ItemList}, {@link
 * dev.parley.server.realtime.AudioStore} (measured by {@link
 * dev.parley.server.realtime.AudioLengths}), {@link dev.parley.server.realtime.InputBuffer}, {@link
 * dev.parley.server.realtime.ContextWindow}, {@link dev.parley.server.realtime.Origin} (by what id
 * the model has an item), {@link dev.parley.server.realtime.Responses} of {@link
 * dev.parley.server.realtime.LiveResponse}s and {@link dev.parley.server.realtime.LivePart}s, each
 * under its {@link dev.parley.server.realtime.Terms}.
 *
 * <p>What settings mean for the call: {@link dev.parley.server.realtime.Briefing}, {@link
 * dev.parley.server.realtime.TurnTaking}, {@link dev.parley.server.realtime.Hearing} with {@link
 * dev.parley.server.realtime.Listening}, and {@link dev.parley.server.realtime.CallTuning}, the
 * {@link dev.parley.server.realtime.Tuning} of real calls; {@link dev.parley.server.realtime.Rooms}
 * tells others what came of them.
 *
 * <p>Between the wire's things and the engine's: {@link dev.parley.server.realtime.AudioCodec},
 * {@link dev.parley.server.realtime.Items}, {@link dev.parley.server.realtime.Ids}, {@link
 * dev.parley.server.realtime.TokenCount}.
 *
 * <p>May import: the JDK, Pekko Streams, the engine, {@code audio}, {@code wire}, {@code sockets}
 * and {@code server.limit}.
 */
@NullMarked
package dev.parley.server.realtime;

import org.jspecify.annotations.NullMarked;
