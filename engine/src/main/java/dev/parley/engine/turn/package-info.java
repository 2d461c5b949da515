/**
 * Turns: who may speak when. The keeper decides; everything else in the engine carries out.
 *
 * <p>Reading order: {@link dev.parley.engine.turn.TurnPolicy}, {@link
 * dev.parley.engine.turn.TurnState}, {@link dev.parley.engine.turn.TurnEvent} (what the keeper
 * hears), {@link dev.parley.engine.turn.TurnAction} (what it wants done), {@link
 * dev.parley.engine.turn.TurnKeeper} (the rules) and {@link dev.parley.engine.turn.Move} (the
 * operations that they are written in); {@link dev.parley.engine.frame.CutReason} and {@link
 * dev.parley.engine.turn.SayWhen} are the words for why and when.
 *
 * <p>May import: the JDK, {@code engine.frame} and {@code engine.conversation}.
 */
@NullMarked
package dev.parley.engine.turn;

import org.jspecify.annotations.NullMarked;
