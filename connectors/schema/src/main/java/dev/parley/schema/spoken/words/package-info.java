/**
 * What English words mean where a value is expected: digits, numbers, letters, answers.
 *
 * <p>Reading order: {@link dev.parley.schema.spoken.words.NumberWords}, {@link
 * dev.parley.schema.spoken.words.Spelling}, {@link dev.parley.schema.spoken.words.Control}, then
 * {@link dev.parley.schema.spoken.words.Confusion} and {@link
 * dev.parley.schema.spoken.words.Distance}.
 *
 * <p>May import: the JDK.
 */
@NullMarked
package dev.parley.schema.spoken.words;

import org.jspecify.annotations.NullMarked;
