/**
 * Voices that work offline.
 *
 * <p>Reading order: {@link dev.parley.speech.Voices} (the catalogue), {@link
 * dev.parley.speech.FreeTtsVoice}, {@link dev.parley.speech.PieceTaker} inside it.
 *
 * <p>May import: the JDK, the engine, {@code dev.parley.audio} and FreeTTS.
 */
@NullMarked
package dev.parley.speech;

import org.jspecify.annotations.NullMarked;
