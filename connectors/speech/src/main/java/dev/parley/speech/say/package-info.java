/**
 * Text that is to be spoken: numbers, amounts, codes, dates and addresses in words, so that any
 * voice says them understandably. English; text in other languages is left to the voice.
 *
 * <p>Reading order: {@link dev.parley.speech.say.SpokenText} (the way in), {@link
 * dev.parley.speech.say.Clause} (what comes out), {@link dev.parley.speech.say.Clauses} (where it
 * is cut), {@link dev.parley.speech.say.Wording} (how a clause is read), {@link
 * dev.parley.speech.say.Rule} and who makes them: {@link dev.parley.speech.say.Addresses}, {@link
 * dev.parley.speech.say.Dates}, {@link dev.parley.speech.say.Times}, {@link
 * dev.parley.speech.say.Money}, {@link dev.parley.speech.say.Codes}, {@link
 * dev.parley.speech.say.Quantities}, {@link dev.parley.speech.say.Numbers}, {@link
 * dev.parley.speech.say.Abbreviations}; below them all {@link dev.parley.speech.say.NumberWords}
 * and {@link dev.parley.speech.say.Spelling}.
 *
 * <p>May import: the JDK.
 */
@NullMarked
package dev.parley.speech.say;

import org.jspecify.annotations.NullMarked;
