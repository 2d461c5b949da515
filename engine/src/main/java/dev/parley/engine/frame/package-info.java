/**
 * The frame vocabulary: everything that travels through a call, and nothing else.
 *
 * <p>Reading order: {@link dev.parley.engine.frame.Frame} (the family tree), {@link
 * dev.parley.engine.frame.Captured} and {@link dev.parley.engine.frame.Gap} (a person's audio),
 * {@link dev.parley.engine.frame.Epoch}, {@link dev.parley.engine.frame.Spoken} and {@link
 * dev.parley.engine.frame.ReplySignal} (a reply), {@link dev.parley.engine.frame.Signal} (facts
 * that outlive every reply).
 *
 * <p>May import: the JDK only.
 */
@NullMarked
package dev.parley.engine.frame;

import org.jspecify.annotations.NullMarked;
