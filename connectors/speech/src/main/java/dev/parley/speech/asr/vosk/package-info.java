/**
 * Vosk: words that are known before, and dictation, with a model of the user's own.
 *
 * <p>Reading order: {@link dev.parley.speech.asr.vosk.VoskRecogniser}, {@link
 * dev.parley.speech.asr.vosk.VoskFolder} (is it a model at all?), {@link
 * dev.parley.speech.asr.vosk.VoskDecoder}, {@link dev.parley.speech.asr.vosk.Grammar} and {@link
 * dev.parley.speech.asr.vosk.VoskResult} (what goes in and comes out).
 *
 * <p>May import: the JDK, the port around it, the engine's frames, {@code
 * dev.parley.schema.spoken}, Jackson, Vosk.
 */
@NullMarked
package dev.parley.speech.asr.vosk;

import org.jspecify.annotations.NullMarked;
