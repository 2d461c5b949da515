/**
 * PocketSphinx, through JNA, where the system's package manager has installed it.
 *
 * <p>Reading order: {@link dev.parley.speech.asr.pocketsphinx.PocketSettings}, {@link
 * dev.parley.speech.asr.pocketsphinx.PocketSphinx} (what others use) with {@link
 * dev.parley.speech.asr.pocketsphinx.FreeMemory} (how many fit), {@link
 * dev.parley.speech.asr.pocketsphinx.PocketDecoder} (an utterance's course), {@link
 * dev.parley.speech.asr.pocketsphinx.Loudness} (what is done to audio before), {@link
 * dev.parley.speech.asr.pocketsphinx.Search} (how wide it looks), {@link
 * dev.parley.speech.asr.pocketsphinx.ModelFolder} (the files the library wants), {@link
 * dev.parley.speech.asr.pocketsphinx.NativeDecoder} on {@link
 * dev.parley.speech.asr.pocketsphinx.Library} (the only two that know native code).
 *
 * <p>May import: the JDK, JNA, the engine's frames, {@code dev.parley.schema.spoken}, {@code
 * dev.parley.speech.asr}.
 */
@NullMarked
package dev.parley.speech.asr.pocketsphinx;

import org.jspecify.annotations.NullMarked;
