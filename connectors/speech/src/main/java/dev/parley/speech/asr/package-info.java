/**
 * Recognisers: speech to words, offline. Blocking code behind one port; the cascade calls it
 * through {@code Offload}.
 *
 * <p>Reading order: {@link dev.parley.speech.asr.Recogniser}, {@link
 * dev.parley.speech.asr.Decoder}, {@link dev.parley.speech.asr.Task}, {@link
 * dev.parley.speech.asr.Transcript}; {@link dev.parley.speech.asr.Lending} is for those whose model
 * lies outside the heap.
 *
 * <p>May import: the JDK, the engine's frames, {@code dev.parley.schema.spoken}.
 */
@NullMarked
package dev.parley.speech.asr;

import org.jspecify.annotations.NullMarked;
