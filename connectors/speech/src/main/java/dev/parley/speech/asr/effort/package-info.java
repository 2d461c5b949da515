/**
 * How much computing is spent on what a caller said, and how sure one may then be of it.
 *
 * <p>Reading order: {@link dev.parley.speech.asr.effort.EffortPlan} (what a step of effort buys),
 * {@link dev.parley.speech.asr.effort.Passes} (who carries it out), {@link
 * dev.parley.speech.asr.effort.View}, {@link dev.parley.speech.asr.effort.Ballot}, {@link
 * dev.parley.speech.asr.effort.Alignment} and {@link dev.parley.speech.asr.effort.Certainty} inside
 * it.
 *
 * <p>May import: the JDK, the engine's frames and conversation, {@code dev.parley.schema.spoken},
 * {@code dev.parley.speech.asr}.
 */
@NullMarked
package dev.parley.speech.asr.effort;

import org.jspecify.annotations.NullMarked;
