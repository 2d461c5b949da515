/**
 * Time, injected: the one clock, the virtual world that can replace it, and the one door to other
 * threads.
 *
 * <p>Reading order: {@link dev.parley.engine.time.MediaClock}, {@link
 * dev.parley.engine.time.CallClock}, {@link dev.parley.engine.time.Offload}, {@link
 * dev.parley.engine.time.VirtualWorld}; inside it the {@link
 * dev.parley.engine.time.VirtualScheduler} and {@link dev.parley.engine.time.VirtualExecutor},
 * which Pekko makes, around one {@link dev.parley.engine.time.VirtualLoop} with its {@link
 * dev.parley.engine.time.VirtualTimer}s and {@link dev.parley.engine.time.VirtualJob}s.
 *
 * <p>May import: the JDK, Pekko, {@code scala} and {@code engine.frame}.
 */
@NullMarked
package dev.parley.engine.time;

import org.jspecify.annotations.NullMarked;
