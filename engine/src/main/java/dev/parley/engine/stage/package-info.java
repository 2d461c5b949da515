/**
 * The SPI of stages: how a kernel becomes a room of the pipeline, what an edge does when it is
 * full, and how a tap looks on without touching.
 *
 * <p>Reading order: {@link dev.parley.engine.stage.Stage}, {@link
 * dev.parley.engine.stage.KernelStage}, {@link dev.parley.engine.stage.Tap}, {@link
 * dev.parley.engine.stage.Edge}, {@link dev.parley.engine.stage.StageCalls}.
 *
 * <p>May import: the JDK, Pekko, {@code engine.frame}, {@code engine.dsp}, {@code
 * engine.telemetry}, {@code engine.time}.
 */
@NullMarked
package dev.parley.engine.stage;

import org.jspecify.annotations.NullMarked;
