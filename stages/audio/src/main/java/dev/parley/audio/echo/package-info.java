/**
 * Keeping the agent's own voice out of the caller's microphone.
 *
 * <p>Reading order: {@link dev.parley.audio.echo.EchoGate}.
 *
 * <p>May import: the JDK, Pekko's {@code Flow} as {@code engine.stage} does, {@code engine.frame},
 * {@code engine.dsp}, {@code engine.stage}, {@code engine.time}.
 */
@NullMarked
package dev.parley.audio.echo;

import org.jspecify.annotations.NullMarked;
