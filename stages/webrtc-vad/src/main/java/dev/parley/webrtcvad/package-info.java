/**
 * The speech detector of WebRTC: Gaussian mixtures over six bands, small and fast.
 *
 * <p>Reading order: {@link dev.parley.webrtcvad.WebRtcVad}.
 *
 * <p>May import: the JDK, libfvad, {@code dev.parley.audio.vad}.
 */
@NullMarked
package dev.parley.webrtcvad;

import org.jspecify.annotations.NullMarked;
