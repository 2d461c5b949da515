/**
 * What it costs to read and to write the two events that carry audio.
 *
 * <p>One class: {@link dev.parley.benchmarks.wire.AudioFrames}.
 *
 * <p>May import: {@code dev.parley.wire} and JMH.
 */
@NullMarked
package dev.parley.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
