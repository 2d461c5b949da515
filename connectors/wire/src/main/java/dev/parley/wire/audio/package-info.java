/**
 * Audio as it travels inside JSON.
 *
 * <p>Reading order: {@link dev.parley.wire.audio.AudioBytes}, {@link
 * dev.parley.wire.audio.AudioFormatSpec}, {@link dev.parley.wire.audio.Base64Audio}.
 *
 * <p>May import: the JDK, {@code wire.json} and {@code wire.error}.
 */
@NullMarked
package dev.parley.wire.audio;

import org.jspecify.annotations.NullMarked;
