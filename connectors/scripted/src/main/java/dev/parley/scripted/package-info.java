/**
 * Models that follow a script: for demonstrations, tests and load, without a network.
 *
 * <p>Reading order: {@link dev.parley.scripted.ScriptedModel} with its {@link
 * dev.parley.scripted.ScriptedSettings}, {@link dev.parley.scripted.EchoModel}, {@link
 * dev.parley.scripted.ScriptFileModel}; then what they share: {@link dev.parley.scripted.Script},
 * {@link dev.parley.scripted.Asked} and {@link dev.parley.scripted.Act} (what is answered, decided
 * for the first of them by {@link dev.parley.scripted.FixedLength}); {@link
 * dev.parley.scripted.Mind} (a session, pure) with {@link dev.parley.scripted.Replies}, {@link
 * dev.parley.scripted.Reply} and its {@link dev.parley.scripted.ReplyPart}s (the frames); {@link
 * dev.parley.scripted.SpeakingStage} (the only part that knows streams) and the jobs that it has
 * done on other threads. {@link dev.parley.scripted.ToneVoice} is a voice without dependencies.
 *
 * <p>May import: the JDK, Pekko, the engine and {@code dev.parley.schema}.
 */
@NullMarked
package dev.parley.scripted;

import org.jspecify.annotations.NullMarked;
