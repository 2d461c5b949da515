/**
 * What recognises, decides and speaks offline.
 *
 * <p>Reading order: {@link dev.parley.speech.Recognisers} and {@link dev.parley.speech.Voices} (the
 * catalogues); then, as a caller's speech goes: {@code asr} (words), {@code agent} (what to do
 * about them), {@code say} (text that can be spoken), {@code voice} (speech, with {@link
 * dev.parley.speech.FreeTtsVoice}); {@code cascade} makes one model of them.
 *
 * <p>May import: the JDK, the engine, {@code dev.parley.audio}, {@code asr} and its recognisers,
 * {@code voice}, FreeTTS.
 */
@NullMarked
package dev.parley.speech;

import org.jspecify.annotations.NullMarked;
