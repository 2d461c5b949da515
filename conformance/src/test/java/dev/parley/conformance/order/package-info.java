/**
 * Judges the order of a connection's frames by the contract: sections 3, 11 and 12.
 *
 * <p>Read {@link dev.parley.conformance.order.OrderChecker} first, then {@link
 * dev.parley.conformance.order.Rule} and the rules it lists: {@code SessionRule}, {@code
 * EventIdRule}, {@code ErrorRule}, {@code ConversationRule} with {@code ItemRule}, {@code
 * SpeechRule}, {@code TranscriptionRule}, {@code AskedRule}, {@code ResponseRule} with {@code
 * ItemRun} and {@code PartRun}, {@code UsageRule}, {@code CutRule}. Pure: imports Jackson only.
 */
@NullMarked
package dev.parley.conformance.order;

import org.jspecify.annotations.NullMarked;
