/**
 * Models that decide in texts: somebody says what becomes of a reply, in words, calls and audio;
 * here it becomes frames.
 *
 * <p>Reading order: {@link dev.parley.engine.script.Script} with {@link
 * dev.parley.engine.script.Asked}, {@link dev.parley.engine.script.Line} and {@link
 * dev.parley.engine.script.Act} (what is decided), {@link dev.parley.engine.script.Desk} (what is
 * done for whoever decides); {@link dev.parley.engine.script.SpeakingStage} (the only part that
 * knows streams); inside, {@link dev.parley.engine.script.Mind} (a session, pure) with {@link
 * dev.parley.engine.script.Replies}, {@link dev.parley.engine.script.Reply} and its {@link
 * dev.parley.engine.script.ReplyPart}s (the frames), and {@link dev.parley.engine.script.PhraseJob}
 * (a voice on another thread).
 *
 * <p>May import: the JDK, Pekko, the engine's pure packages, {@code model}, {@code stage} and
 * {@code time}.
 */
@NullMarked
package dev.parley.engine.script;

import org.jspecify.annotations.NullMarked;
