/**
 * The telephone in {@code parley serve}: what a configuration says, made into Twilio's house.
 *
 * <p>Reading order: {@link dev.parley.app.phone.Telephone} (what stands at the server's port),
 * {@code PhoneAgents} (who takes which call), {@code PhoneSeats} (how many at once).
 *
 * <p>May import: the configuration, the telephone, the server, the engine.
 */
@NullMarked
package dev.parley.app.phone;

import org.jspecify.annotations.NullMarked;
