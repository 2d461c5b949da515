/**
 * Doors: where callers come in. A door knows its far end's protocol and nothing of what happens
 * inside.
 *
 * <p>Reading order: {@link dev.parley.engine.door.Door}, {@link dev.parley.engine.door.DoorLink}.
 *
 * <p>May import: the JDK, Pekko, {@code engine.frame}, {@code engine.playout}, {@code
 * engine.session}, {@code engine.stage}, {@code engine.telemetry}, {@code engine.time}.
 */
@NullMarked
package dev.parley.engine.door;

import org.jspecify.annotations.NullMarked;
