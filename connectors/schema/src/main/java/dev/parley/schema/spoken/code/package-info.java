/**
 * Regular expressions as automata: what may come next in a code that is being spelled.
 *
 * <p>Reading order: {@link dev.parley.schema.spoken.code.Pattern} (the question asked of it), then
 * how an expression is read ({@code Reader}, {@code Part}).
 *
 * <p>May import: the JDK.
 */
@NullMarked
package dev.parley.schema.spoken.code;

import org.jspecify.annotations.NullMarked;
