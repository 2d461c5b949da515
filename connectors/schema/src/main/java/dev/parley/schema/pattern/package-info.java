/**
 * Regular expressions, as far as they are plain: texts that match one, and what may come next in a
 * text that is being spelled.
 *
 * <p>Reading order: {@link dev.parley.schema.pattern.PatternText} and {@link
 * dev.parley.schema.pattern.Automaton} (the questions that are asked), then how an expression is
 * read: {@link dev.parley.schema.pattern.PatternReader}, {@link dev.parley.schema.pattern.Node},
 * {@link dev.parley.schema.pattern.CharacterClass}.
 *
 * <p>May import: the JDK.
 */
@NullMarked
package dev.parley.schema.pattern;

import org.jspecify.annotations.NullMarked;
