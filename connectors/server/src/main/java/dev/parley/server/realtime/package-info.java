/**
 * OpenAI's Realtime protocol at the door: a client on one side, a call of the engine on the other.
 *
 * <p>Reading order: {@link dev.parley.server.realtime.RealtimeCall} (the whole call), {@link
 * dev.parley.server.realtime.RealtimeDoor} and {@link dev.parley.server.realtime.RealtimeStage}
 * (where it comes in); then, without streams, {@link dev.parley.server.realtime.Dialogue} and the
 * {@link dev.parley.server.realtime.Line} it speaks through, {@link
 * dev.parley.server.realtime.Conversation} and the three who write in it: {@link
 * dev.parley.server.realtime.ClientDesk} (with {@link dev.parley.server.realtime.ItemShelf}),
 * {@link dev.parley.server.realtime.CallerTurns} and {@link dev.parley.server.realtime.ReplyDesk}.
 *
 * <p>What they keep: {@link dev.parley.server.realtime.ItemList}, {@link
 * dev.parley.server.realtime.AudioStore}, {@link dev.parley.server.realtime.InputBuffer}, {@link
 * dev.parley.server.realtime.ContextWindow}, {@link dev.parley.server.realtime.Responses} of {@link
 * dev.parley.server.realtime.LiveResponse}s and {@link dev.parley.server.realtime.LivePart}s. What
 * settings mean for the call: {@link dev.parley.server.realtime.Briefing}, {@link
 * dev.parley.server.realtime.TurnTaking}, {@link dev.parley.server.realtime.Hearing}, {@link
 * dev.parley.server.realtime.CallTuning}.
 *
 * <p>May import: the JDK, Pekko Streams, the engine, {@code audio}, {@code wire}, {@code sockets}
 * and {@code server.limit}.
 */
@NullMarked
package dev.parley.server.realtime;

import org.jspecify.annotations.NullMarked;
