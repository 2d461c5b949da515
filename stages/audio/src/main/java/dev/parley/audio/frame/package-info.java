/**
 * Cutting audio into frames of one length.
 *
 * <p>Reading order: {@link dev.parley.audio.frame.Reframer}.
 *
 * <p>May import: the JDK, {@code engine.frame}, {@code engine.dsp}, {@code engine.stage}.
 */
@NullMarked
package dev.parley.audio.frame;

import org.jspecify.annotations.NullMarked;
