/**
 * Recorded sessions, run again in virtual time through today's code.
 *
 * <p>Reading order: {@link dev.parley.recorder.replay.Replay} (the whole of it on one page), {@link
 * dev.parley.recorder.replay.Comparison} with its {@link dev.parley.recorder.replay.Kind}s and
 * {@code Outcome}s, {@link dev.parley.recorder.replay.Tally}; {@code ReplayedDoor} (what came from
 * outside) with its {@code FarEnd} (what was played), {@code ReplayedModel} with its {@code
 * ModelTape} and {@code ModelEnd} (what the model gave), {@code ReplayedTools} (what tools
 * answered). Live threads are late and virtual ones are not: {@code Punctuality}, {@code
 * PunctualStage} with its {@code FactTimes}, and {@code HandedOver} make up for that.
 *
 * <p>May import: the JDK, Pekko, the engine, {@code audio}, {@code recorder} and its other
 * packages.
 */
@NullMarked
package dev.parley.recorder.replay;

import org.jspecify.annotations.NullMarked;
