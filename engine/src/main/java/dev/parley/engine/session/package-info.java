/**
 * Sessions: the actors that keep one conversation each.
 *
 * <p>Reading order: {@link dev.parley.engine.session.Session} and its {@link
 * dev.parley.engine.session.SessionCommand}s, {@link dev.parley.engine.session.SessionSettings},
 * {@link dev.parley.engine.session.SessionReport}, {@link dev.parley.engine.session.Wiring} (its
 * hands on the running stream).
 *
 * <p>May import: the JDK, Pekko, and all engine packages but {@code engine.pipeline}.
 */
@NullMarked
package dev.parley.engine.session;

import org.jspecify.annotations.NullMarked;
