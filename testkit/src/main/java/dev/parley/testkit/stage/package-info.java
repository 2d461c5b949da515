/**
 * Stages under test: a call states what a stage promises.
 *
 * <p>Reading order: {@link dev.parley.testkit.stage.StageSpec}, {@link
 * dev.parley.testkit.stage.KernelSpec}, {@link dev.parley.testkit.stage.Chunks}.
 *
 * <p>May import: the JDK, Pekko, the engine, AssertJ, {@code testkit} and {@code testkit.probe}.
 */
@NullMarked
package dev.parley.testkit.stage;

import org.jspecify.annotations.NullMarked;
