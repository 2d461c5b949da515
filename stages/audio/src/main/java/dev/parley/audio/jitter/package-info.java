/**
 * Putting audio in order that a network brought out of it.
 *
 * <p>Reading order: {@link dev.parley.audio.jitter.JitterBuffer}.
 *
 * <p>May import: the JDK, {@code engine.frame}, {@code engine.dsp}, {@code engine.stage}.
 */
@NullMarked
package dev.parley.audio.jitter;

import org.jspecify.annotations.NullMarked;
