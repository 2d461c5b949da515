/**
 * Changing how fast speech is.
 *
 * <p>Reading order: {@link dev.parley.audio.tempo.Tempo} (the kernel and its stage), {@link
 * dev.parley.audio.tempo.TempoSettings}, {@link dev.parley.audio.tempo.Window} (where to go over).
 *
 * <p>May import: the JDK, {@code engine.frame}, {@code engine.dsp}, {@code engine.stage}.
 */
@NullMarked
package dev.parley.audio.tempo;

import org.jspecify.annotations.NullMarked;
