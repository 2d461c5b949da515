/**
 * What a client is told when its input is wrong.
 *
 * <p>Reading order: {@link dev.parley.wire.error.WireError} (the list of all errors), {@link
 * dev.parley.wire.error.Checked} (a good value or an error), {@link
 * dev.parley.wire.error.WireException} (inside the codec only).
 *
 * <p>May import: the JDK.
 */
@NullMarked
package dev.parley.wire.error;

import org.jspecify.annotations.NullMarked;
