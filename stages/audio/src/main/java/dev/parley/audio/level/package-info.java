/**
 * How loud audio is, and making it louder, softer, cleaner or one of many.
 *
 * <p>Reading order: {@link dev.parley.audio.level.Level} (the measure), {@link
 * dev.parley.audio.level.Gain}, {@link dev.parley.audio.level.HighPass} (the kernels), {@link
 * dev.parley.audio.level.Mixer}.
 *
 * <p>May import: the JDK, {@code engine.frame}, {@code engine.dsp}, {@code engine.stage}.
 */
@NullMarked
package dev.parley.audio.level;

import org.jspecify.annotations.NullMarked;
