/**
 * What a client may ask of the server, and what it hears when it asks for more.
 *
 * <p>Reading order: {@link dev.parley.server.limit.SessionLimits} (the figures), {@link
 * dev.parley.server.limit.Seats} (who may come in), {@link dev.parley.server.limit.MessageRates}
 * (how fast they may send) on {@link dev.parley.server.limit.TokenBucket}, {@link
 * dev.parley.server.limit.Refusal} (the HTTP answer).
 *
 * <p>May import: the JDK and, for the refusal's body, Jackson. No sockets, no streams, no clock:
 * time is passed in.
 */
@NullMarked
package dev.parley.server.limit;

import org.jspecify.annotations.NullMarked;
