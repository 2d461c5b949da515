/**
 * Time, injected: the one clock, the virtual world that can replace it, and the one door to other
 * threads.
 *
 * <p>Reading order: {@link dev.parley.engine.time.MediaClock}, {@link
 * dev.parley.engine.time.CallClock}, {@link dev.parley.engine.time.Offload}, {@link
 * dev.parley.engine.time.VirtualWorld} and the {@link dev.parley.engine.time.VirtualScheduler}
 * inside it.
 *
 * <p>May import: the JDK, Pekko and {@code engine.frame}.
 */
@NullMarked
package dev.parley.engine.time;

import org.jspecify.annotations.NullMarked;
