/**
 * Responses: what a client may ask of one, what the server shows of it, what it used.
 *
 * <p>Reading order: {@link dev.parley.wire.response.ResponseParams}, {@link
 * dev.parley.wire.response.Response}, {@link dev.parley.wire.response.Usage}, {@link
 * dev.parley.wire.response.Part}; then the reader and the writer.
 *
 * <p>May import: the JDK, {@code wire.session}, {@code wire.item}, {@code wire.audio}, {@code
 * wire.json} and {@code wire.error}.
 */
@NullMarked
package dev.parley.wire.response;

import org.jspecify.annotations.NullMarked;
