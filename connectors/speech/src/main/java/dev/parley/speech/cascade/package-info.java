/**
 * The cascade: speech to words, words to tool calls, answers to speech, as one {@code Backend}.
 *
 * <p>Reading order, as the audio flows: {@link dev.parley.speech.cascade.Cascade}, {@link
 * dev.parley.speech.cascade.CascadeScript} (one session) with its {@link
 * dev.parley.speech.cascade.Ear}, {@link dev.parley.speech.cascade.Guess} and {@link
 * dev.parley.speech.cascade.Hearing}, and with {@link dev.parley.speech.cascade.Subtitles} as
 * {@link dev.parley.speech.cascade.Patience} has them; {@code speech.agent} decides; {@link
 * dev.parley.speech.cascade.Mouth} speaks.
 *
 * <p>May import: the JDK, Pekko, the engine, {@code dev.parley.audio}, {@code
 * dev.parley.schema.spoken}, {@code speech.agent}, {@code speech.asr}, {@code speech.say}.
 */
@NullMarked
package dev.parley.speech.cascade;

import org.jspecify.annotations.NullMarked;
