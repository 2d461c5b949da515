/**
 * What the engine itself costs: many paced calls without a model or a detector, beside bare
 * streams.
 *
 * <p>Reading order: {@link dev.parley.benchmarks.overhead.OverheadBenchmark}, {@link
 * dev.parley.benchmarks.overhead.Ticker}, {@link dev.parley.benchmarks.overhead.TickerDoor}, {@link
 * dev.parley.benchmarks.overhead.Mirror}.
 *
 * <p>May import: the engine, {@code dev.parley.audio}.
 */
@NullMarked
package dev.parley.benchmarks.overhead;

import org.jspecify.annotations.NullMarked;
