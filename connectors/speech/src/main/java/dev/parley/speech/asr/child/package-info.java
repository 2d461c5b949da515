/**
 * A recogniser in a process of its own, so that native code that crashes takes only itself away.
 *
 * <p>Reading order: {@link dev.parley.speech.asr.child.ChildRecogniser}, {@link
 * dev.parley.speech.asr.child.ChildSettings}; the parent's side is {@link
 * dev.parley.speech.asr.child.ChildProcess} and {@link dev.parley.speech.asr.child.ChildDecoder},
 * the child's {@link dev.parley.speech.asr.child.ChildMain} and {@link
 * dev.parley.speech.asr.child.ChildServer}; {@link dev.parley.speech.asr.child.Message} is what
 * they say to each other, {@link dev.parley.speech.asr.child.Pack} how it is written.
 *
 * <p>May import: the JDK, the port around it, the engine's frames, {@code
 * dev.parley.schema.spoken}.
 */
@NullMarked
package dev.parley.speech.asr.child;

import org.jspecify.annotations.NullMarked;
