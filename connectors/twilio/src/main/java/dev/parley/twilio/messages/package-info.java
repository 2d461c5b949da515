/**
 * What is said over a media stream's WebSocket, as records, and how it is read and written.
 *
 * <p>Reading order: {@link dev.parley.twilio.messages.FromTwilio}, {@link
 * dev.parley.twilio.messages.ToTwilio}; {@link dev.parley.twilio.messages.MessageReader} with what
 * comes of it ({@link dev.parley.twilio.messages.Read}), {@link
 * dev.parley.twilio.messages.MessageWriter}; {@link dev.parley.twilio.messages.Json} and {@link
 * dev.parley.twilio.messages.Fields} are their tools.
 *
 * <p>May import: the JDK and Jackson's core.
 */
@NullMarked
package dev.parley.twilio.messages;

import org.jspecify.annotations.NullMarked;
