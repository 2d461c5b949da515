/**
 * Whisper: dictation, with a model of the user's own.
 *
 * <p>Reading order: {@link dev.parley.speech.asr.whisper.WhisperRecogniser}, {@link
 * dev.parley.speech.asr.whisper.WhisperFile} (is it a model at all?), {@link
 * dev.parley.speech.asr.whisper.WhisperDecoder}, {@link dev.parley.speech.asr.whisper.Segments}
 * (what it said).
 *
 * <p>May import: the JDK, the port around it, the engine's frames, whisper-jni.
 */
@NullMarked
package dev.parley.speech.asr.whisper;

import org.jspecify.annotations.NullMarked;
