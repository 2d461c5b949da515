/**
 * Sessions: the actors that keep one conversation each.
 *
 * <p>Reading order: {@link dev.parley.engine.session.Sessions} (admits, counts, drains), {@link
 * dev.parley.engine.session.Startable} (what it admits), {@link dev.parley.engine.session.Session}
 * and its {@link dev.parley.engine.session.SessionCommand}s, {@link
 * dev.parley.engine.session.SessionSettings}, {@link dev.parley.engine.session.Wiring} (its hands
 * on the running stream), {@link dev.parley.engine.session.Tools}, {@link
 * dev.parley.engine.session.CallHandle} (the application's hands), {@link
 * dev.parley.engine.session.SessionReport}, {@link dev.parley.engine.session.SessionStopped}.
 *
 * <p>May import: the JDK, Pekko, and all engine packages but {@code engine.door} and {@code
 * engine.pipeline}.
 */
@NullMarked
package dev.parley.engine.session;

import org.jspecify.annotations.NullMarked;
