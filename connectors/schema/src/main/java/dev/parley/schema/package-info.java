/**
 * JSON Schema of tools: reads schemas that strangers bring, validates arguments, makes examples.
 *
 * <p>Reading order: {@link dev.parley.schema.ToolSchema} (what a tool takes), {@link
 * dev.parley.schema.JsonCheck} (a schema of one's own); behind them {@code schema.check} (reading
 * and validating), {@code schema.example} (the smallest valid value), {@code schema.pattern} (texts
 * of regular expressions). Those three do not know this package.
 *
 * <p>May import: the JDK, {@code schema.check}, {@code schema.example}.
 */
@NullMarked
package dev.parley.schema;

import org.jspecify.annotations.NullMarked;
