/**
 * Values that can be said, a kind a file: how they are said, and what words mean them.
 *
 * <p>Reading order: {@link dev.parley.schema.spoken.slot.Slot}, {@link
 * dev.parley.schema.spoken.slot.Found}, {@link dev.parley.schema.spoken.slot.Integers} (a simple
 * one), {@link dev.parley.schema.spoken.slot.Codes} (the one that matters most), {@link
 * dev.parley.schema.spoken.slot.Slots} (which kind a property of a schema is). Codes that are put
 * right: {@link dev.parley.schema.spoken.slot.CodeTrace} (what was heard of one, place by place, as
 * {@link dev.parley.schema.spoken.slot.Belief}), {@link dev.parley.schema.spoken.slot.CodeRepair}
 * (what a caller's correction changes) with {@code Signs}, {@code CodeEcho}, {@code CodePlaces} and
 * {@code CodeChoice}; {@link dev.parley.schema.spoken.slot.CodeGaps} (what is not quite a code).
 *
 * <p>May import: the JDK, Jackson, {@code schema.pattern}, {@code spoken.words}, {@code
 * spoken.model}.
 */
@NullMarked
package dev.parley.schema.spoken.slot;

import org.jspecify.annotations.NullMarked;
