/**
 * The playout: the one place where a reply waits, is paced, is heard, and is cut.
 *
 * <p>Reading order: {@link dev.parley.engine.playout.PlayoutSettings} with its {@link
 * dev.parley.engine.playout.Pace} and {@link dev.parley.engine.playout.Ear}; the pure core {@link
 * dev.parley.engine.playout.Admission}, {@link dev.parley.engine.playout.EarLedger}, {@link
 * dev.parley.engine.playout.PlayoutQueue} and {@link dev.parley.engine.playout.PlayClock}; then the
 * stage around it, {@link dev.parley.engine.playout.PlayoutStage}, what it tells ({@link
 * dev.parley.engine.playout.PlayoutFact}) and how it is asked ({@link
 * dev.parley.engine.playout.PlayoutControl}, {@link dev.parley.engine.playout.ForwardingPlayout}).
 *
 * <p>May import: the JDK, Pekko, {@code engine.frame}, {@code engine.conversation}, {@code
 * engine.stage}, {@code engine.telemetry}, {@code engine.time}.
 */
@NullMarked
package dev.parley.engine.playout;

import org.jspecify.annotations.NullMarked;
