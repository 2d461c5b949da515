/**
 * The smallest value that a schema accepts.
 *
 * <p>Reading order: {@link dev.parley.schema.example.Search} with {@link
 * dev.parley.schema.example.Trial} (propose, and let the schema judge), {@link
 * dev.parley.schema.example.Alternatives} and {@link dev.parley.schema.example.Conjunction} (what
 * is asked for), {@link dev.parley.schema.example.Objects}, {@link
 * dev.parley.schema.example.Arrays}, {@link dev.parley.schema.example.Numbers}, {@link
 * dev.parley.schema.example.Texts} with {@link dev.parley.schema.example.Formats} (what is
 * proposed).
 *
 * <p>May import: the JDK, Jackson's tree, {@code schema.check}, {@code schema.pattern}.
 */
@NullMarked
package dev.parley.schema.example;

import org.jspecify.annotations.NullMarked;
