/**
 * Changing the sample rate.
 *
 * <p>Reading order: {@link dev.parley.audio.resample.Resample} (the stages), {@link
 * dev.parley.audio.resample.Resampler} (the kernel), {@link dev.parley.audio.resample.FilterBank}
 * (the filter's figures and where they come from).
 *
 * <p>May import: the JDK, {@code engine.frame}, {@code engine.dsp}, {@code engine.stage}.
 */
@NullMarked
package dev.parley.audio.resample;

import org.jspecify.annotations.NullMarked;
