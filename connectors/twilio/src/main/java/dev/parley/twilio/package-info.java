/**
 * Telephone calls through Twilio's media streams.
 *
 * <p>Reading order: {@link dev.parley.twilio.TwilioHouse} with {@link
 * dev.parley.twilio.TwilioSettings} and {@link dev.parley.twilio.TwilioParts}: who calls ({@link
 * dev.parley.twilio.CallStart}), who answers ({@link dev.parley.twilio.TwilioAgents}, {@link
 * dev.parley.twilio.Agent}, {@link dev.parley.twilio.Greeting}), how many at once ({@link
 * dev.parley.twilio.TwilioSeats}), who records them ({@link dev.parley.twilio.TwilioRecorders}).
 * {@link dev.parley.twilio.Reception} makes a call of a stream, {@link
 * dev.parley.twilio.TwilioCall} says it, {@link dev.parley.twilio.PhoneTools} (see {@link
 * dev.parley.twilio.ToolSettings}) give the model its hands, {@link dev.parley.twilio.Lobby} tells
 * how it went; {@link dev.parley.twilio.TwilioRoutes} are the webhooks.
 *
 * <p>Below: {@code messages} (what is said over the WebSocket), {@code signature} (whether it is
 * Twilio), {@code voice} (the webhooks' answers), {@code door} (a call's door) and, for
 * development, {@code sim} (the far end).
 *
 * <p>May import: the JDK, Pekko, Pekko HTTP, the engine, {@code dev.parley.audio}, {@code
 * dev.parley.sockets}, slf4j.
 */
@NullMarked
package dev.parley.twilio;

import org.jspecify.annotations.NullMarked;
