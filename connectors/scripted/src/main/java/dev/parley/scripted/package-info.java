/**
 * Models that follow a script: for demonstrations, tests and load, without a network.
 *
 * <p>Reading order: {@link dev.parley.scripted.ScriptedModel} with its {@link
 * dev.parley.scripted.ScriptedSettings}, {@link dev.parley.scripted.EchoModel}, {@link
 * dev.parley.scripted.ScriptFileModel}; then what they share: {@link dev.parley.scripted.Script}
 * and {@link dev.parley.scripted.Act} (what is answered), {@link dev.parley.scripted.Reply}, {@link
 * dev.parley.scripted.Utterance} and {@link dev.parley.scripted.Replies} (the frames, pure), {@link
 * dev.parley.scripted.SpeakingStage} (the only part that knows streams). {@link
 * dev.parley.scripted.ToneVoice} is a voice without dependencies.
 *
 * <p>May import: the JDK, Pekko and the engine.
 */
@NullMarked
package dev.parley.scripted;

import org.jspecify.annotations.NullMarked;
