/**
 * Tools that are asked for by voice: compiles what tools take into what callers are likely to say,
 * and reads what was recognised as a call's arguments.
 *
 * <p>Reading order: {@link dev.parley.schema.spoken.ToolShape} (what comes in), {@link
 * dev.parley.schema.spoken.Understanding} (what can be asked), {@link
 * dev.parley.schema.spoken.SpokenTools} (who answers); then what they talk in: {@link
 * dev.parley.schema.spoken.Focus}, {@link dev.parley.schema.spoken.Heard}, {@link
 * dev.parley.schema.spoken.Reading}, {@link dev.parley.schema.spoken.Draft}, {@link
 * dev.parley.schema.spoken.LanguageModel}. Inside: {@code ToolCompiler} (definitions), {@code Nets}
 * and {@code Models} (what is likely), {@code Requests} and {@code Filling} (which tool, which
 * values), {@code Corrections} and {@code CorrectionNets} (what was read back and is wrong), {@code
 * Fragments} (codes that are not whole), {@code Wording} (a call in the tool's own words), {@code
 * Unfinished}.
 *
 * <p>May import: the JDK, Jackson, {@code dev.parley.schema}, and the packages below: {@code slot}
 * (values), {@code words} (English), {@code model} (bigrams).
 */
@NullMarked
package dev.parley.schema.spoken;

import org.jspecify.annotations.NullMarked;
