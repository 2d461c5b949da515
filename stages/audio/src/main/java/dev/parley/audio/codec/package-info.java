/**
 * How samples are written down: bytes of any {@link dev.parley.engine.frame.AudioFormat} in, mono
 * samples out, and back.
 *
 * <p>Reading order: {@link dev.parley.audio.codec.G711} and {@link dev.parley.audio.codec.Pcm} (the
 * arithmetic), {@link dev.parley.audio.codec.Channels}, {@link dev.parley.audio.codec.PcmDecoder}
 * and {@link dev.parley.audio.codec.PcmEncoder} (the kernels).
 *
 * <p>May import: the JDK, {@code engine.frame}, {@code engine.dsp}.
 */
@NullMarked
package dev.parley.audio.codec;

import org.jspecify.annotations.NullMarked;
