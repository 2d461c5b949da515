/**
 * What looks on at a call: the recorder, level meters, a capture for tests; and the WAV file they
 * write.
 *
 * <p>Reading order: {@link dev.parley.audio.tap.Recorder}, its {@link
 * dev.parley.audio.tap.Recording} of one call with an {@link dev.parley.audio.tap.AgentTrack} and
 * two {@link dev.parley.audio.tap.Run}s, the {@link dev.parley.audio.tap.WavFile} under it with its
 * {@link dev.parley.audio.tap.Pages}; then {@link dev.parley.audio.tap.LevelMeter} and {@link
 * dev.parley.audio.tap.Capture}.
 *
 * <p>May import: the JDK, {@code engine.frame}, {@code engine.stage}, {@code engine.time}, {@code
 * audio.resample}, {@code audio.level}.
 */
@NullMarked
package dev.parley.audio.tap;

import org.jspecify.annotations.NullMarked;
