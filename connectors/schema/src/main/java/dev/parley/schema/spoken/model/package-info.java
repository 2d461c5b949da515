/**
 * Bigram language models without training text, and pronunciations.
 *
 * <p>Reading order: {@link dev.parley.schema.spoken.model.Net} (what is likely, put together piece
 * by piece), {@link dev.parley.schema.spoken.model.Arpa} (as a recogniser takes it), {@link
 * dev.parley.schema.spoken.model.Lexicon}.
 *
 * <p>May import: the JDK.
 */
@NullMarked
package dev.parley.schema.spoken.model;

import org.jspecify.annotations.NullMarked;
