/**
 * The Silero speech detector (version 6) on ONNX Runtime.
 *
 * <p>Reading order: {@link dev.parley.silero.Silero} (the kind), {@link
 * dev.parley.silero.SileroModel} (the network, shared by all streams), {@link
 * dev.parley.silero.SileroDetector} (one stream), {@link dev.parley.silero.SileroStreams} (many in
 * one call), {@link dev.parley.silero.AutoGain}, {@link dev.parley.silero.Fading}.
 *
 * <p>May import: the JDK, ONNX Runtime, {@code dev.parley.audio.vad}.
 */
@NullMarked
package dev.parley.silero;

import org.jspecify.annotations.NullMarked;
