/**
 * JSON as the codec reads and writes it; the only place that knows Jackson well.
 *
 * <p>Reading order: {@link dev.parley.wire.json.Json} (limits, parsing), {@link
 * dev.parley.wire.json.JsonIn} (an object and its path, for precise errors), {@link
 * dev.parley.wire.json.JsonOut} (writing), {@link dev.parley.wire.json.Field} (all names), {@link
 * dev.parley.wire.json.Choice} and {@link dev.parley.wire.json.RawJson}.
 *
 * <p>May import: the JDK, Jackson and {@code wire.error}.
 */
@NullMarked
package dev.parley.wire.json;

import org.jspecify.annotations.NullMarked;
