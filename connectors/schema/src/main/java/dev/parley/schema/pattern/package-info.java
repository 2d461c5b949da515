/**
 * Texts that match regular expressions.
 *
 * <p>Reading order: {@link dev.parley.schema.pattern.PatternText}, {@link
 * dev.parley.schema.pattern.PatternReader}, {@link dev.parley.schema.pattern.Node}, {@link
 * dev.parley.schema.pattern.CharacterClass}.
 *
 * <p>May import: the JDK.
 */
@NullMarked
package dev.parley.schema.pattern;

import org.jspecify.annotations.NullMarked;
