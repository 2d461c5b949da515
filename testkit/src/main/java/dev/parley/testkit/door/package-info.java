/**
 * A caller that follows a script: speaks when it is told to, listens with a real far end's habits,
 * and remembers what it was given and what it heard.
 *
 * <p>Reading order: {@link dev.parley.testkit.door.CallerScript}, {@link
 * dev.parley.testkit.door.ScriptedCaller}, {@link dev.parley.testkit.door.FarEnd}, {@link
 * dev.parley.testkit.door.CallerStage}.
 *
 * <p>May import: the JDK, Pekko, the engine, {@code testkit}.
 */
@NullMarked
package dev.parley.testkit.door;

import org.jspecify.annotations.NullMarked;
