/**
 * The frame vocabulary: everything that travels through a call, and nothing else.
 *
 * <p>Reading order: {@link dev.parley.engine.frame.Frame} (the family tree) with {@link
 * dev.parley.engine.frame.Inbound}, {@link dev.parley.engine.frame.Outbound} and {@link
 * dev.parley.engine.frame.OfReply}; {@link dev.parley.engine.frame.Samples}, {@link
 * dev.parley.engine.frame.Position} and {@link dev.parley.engine.frame.AudioFormat} (what audio
 * is); {@link dev.parley.engine.frame.Captured} and {@link dev.parley.engine.frame.Gap} (a
 * person's); {@link dev.parley.engine.frame.Epoch}, {@link dev.parley.engine.frame.Spoken} and
 * {@link dev.parley.engine.frame.ReplySignal} (a reply's); {@link dev.parley.engine.frame.Signal}
 * (facts that outlive every reply) and {@link dev.parley.engine.frame.Cue} (what the playout tells
 * the door).
 *
 * <p>May import: the JDK only.
 */
@NullMarked
package dev.parley.engine.frame;

import org.jspecify.annotations.NullMarked;
