/**
 * The SPI of stages: how a kernel becomes a room of the pipeline, what an edge does when it is
 * full, and how a tap looks on without touching.
 *
 * <p>Reading order: {@link dev.parley.engine.stage.Stage}, {@link
 * dev.parley.engine.stage.KernelStage} (the usual way to make one), {@link
 * dev.parley.engine.stage.Tap}, {@link dev.parley.engine.stage.Edge} and its {@link
 * dev.parley.engine.stage.Overflow}, {@link dev.parley.engine.stage.Tuner}; inside, {@link
 * dev.parley.engine.stage.KernelFlow} runs a kernel, {@link dev.parley.engine.stage.CapturedKernel}
 * and {@link dev.parley.engine.stage.SpokenKernel} lift one over samples (as {@link
 * dev.parley.engine.stage.Lifted}), {@link dev.parley.engine.stage.ObserveFlow} looks on, {@link
 * dev.parley.engine.stage.StageCalls} calls into a running stage, {@link
 * dev.parley.engine.stage.NamedStage} renames one, {@link dev.parley.engine.stage.StageFailed} says
 * which one broke.
 *
 * <p>May import: the JDK, Pekko, {@code scala}, {@code engine.frame}, {@code engine.dsp}, {@code
 * engine.telemetry}, {@code engine.time}.
 */
@NullMarked
package dev.parley.engine.stage;

import org.jspecify.annotations.NullMarked;
