/**
 * Voice-activity detection: when the caller begins to speak, and when they fall silent.
 *
 * <p>Reading order: {@link dev.parley.audio.vad.Vad} (the stage), {@link
 * dev.parley.audio.vad.SpeechDetector} (the port that detectors implement) with {@link
 * dev.parley.audio.vad.SpeechDetectors}, {@link dev.parley.audio.vad.VadSettings} and {@link
 * dev.parley.audio.vad.VadTuning} (on or off); inside, {@link dev.parley.audio.vad.VadKernel} (the
 * switch) has a {@link dev.parley.audio.vad.Listener}, which joins {@link
 * dev.parley.audio.vad.Hysteresis} (whether) and {@link dev.parley.audio.vad.EnergyTrack} (since
 * when).
 *
 * <p>May import: the JDK, the engine's frames, kernels and stages, {@code
 * dev.parley.audio.resample}.
 */
@NullMarked
package dev.parley.audio.vad;

import org.jspecify.annotations.NullMarked;
