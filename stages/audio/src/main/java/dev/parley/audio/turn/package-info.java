/**
 * Turn detection: when a caller who has fallen silent has finished.
 *
 * <p>Reading order: {@link dev.parley.audio.turn.TurnDetector} (the stage), {@link
 * dev.parley.audio.turn.Eagerness}, {@link dev.parley.audio.turn.TurnSettings} and {@link
 * dev.parley.audio.turn.TurnTuning} (on or off), {@link dev.parley.audio.turn.SilenceKernel}.
 *
 * <p>May import: the JDK, the engine's frames, kernels and stages.
 */
@NullMarked
package dev.parley.audio.turn;

import org.jspecify.annotations.NullMarked;
