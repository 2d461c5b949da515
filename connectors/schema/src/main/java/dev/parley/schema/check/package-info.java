/**
 * Schemas as strangers bring them: read, audited, made ready, applied.
 *
 * <p>Reading order: {@link dev.parley.schema.check.CompiledSchema} (all of it, in one page), {@link
 * dev.parley.schema.check.JsonText}, {@link dev.parley.schema.check.SchemaTree} with {@link
 * dev.parley.schema.check.Place}, {@link dev.parley.schema.check.SchemaAudit} with {@link
 * dev.parley.schema.check.Dialect} and {@link dev.parley.schema.check.Loops} (what is refused),
 * {@link dev.parley.schema.check.BoundedPattern} and {@link dev.parley.schema.check.Budget} with
 * {@link dev.parley.schema.check.Steps} (what bounds a check), {@link
 * dev.parley.schema.check.Problems} (what is said of it).
 *
 * <p>May import: the JDK, Jackson, networknt's validator.
 */
@NullMarked
package dev.parley.schema.check;

import org.jspecify.annotations.NullMarked;
