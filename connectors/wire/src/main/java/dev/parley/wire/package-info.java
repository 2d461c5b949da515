/**
 * OpenAI's Realtime protocol, conversations and transcriptions, as records, and its codec.
 *
 * <p>Reading order: {@link dev.parley.wire.ClientEvent} and {@link dev.parley.wire.ServerEvent}
 * (the protocol), {@link dev.parley.wire.RealtimeReader} and {@link dev.parley.wire.RealtimeWriter}
 * (frames to events and events to frames), {@link dev.parley.wire.ClientEventWriter} (for clients
 * of our own). What the events are made of is in {@code item}, {@code session}, {@code response}
 * and {@code audio}; what goes wrong in {@code error}; how JSON is handled in {@code json}. The two
 * events that carry audio have short cuts: {@code AppendScanner} and {@code AudioDeltaWriter}.
 *
 * <p>Nothing here has state or knows threads, and nothing that a client sends makes it throw. May
 * import: the JDK and its own subpackages, which do not know it.
 */
@NullMarked
package dev.parley.wire;

import org.jspecify.annotations.NullMarked;
