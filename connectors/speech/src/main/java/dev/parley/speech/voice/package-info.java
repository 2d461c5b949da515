/**
 * Voices that work offline, and what they are made of.
 *
 * <p>Reading order: {@link dev.parley.speech.voice.Manner} (what a style means), {@link
 * dev.parley.speech.voice.EspeakVoice} with {@link dev.parley.speech.voice.Program} and {@link
 * dev.parley.speech.voice.Watch} below it; then what audio passes on its way out: {@link
 * dev.parley.speech.voice.LeadingSilence}, {@link dev.parley.speech.voice.Pauses}, {@link
 * dev.parley.speech.voice.Frames}. {@link dev.parley.speech.voice.PieceTaker} and {@link
 * dev.parley.speech.voice.LetterNames} belong to FreeTTS, whose voice stands one package up.
 *
 * <p>May import: the JDK, the engine, {@code dev.parley.audio} and FreeTTS.
 */
@NullMarked
package dev.parley.speech.voice;

import org.jspecify.annotations.NullMarked;
