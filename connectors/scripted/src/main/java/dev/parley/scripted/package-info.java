/**
 * Models that follow a script: for demonstrations, tests and load, without a network.
 *
 * <p>Reading order: {@link dev.parley.scripted.ScriptedModel} with its {@link
 * dev.parley.scripted.ScriptedSettings}, {@link dev.parley.scripted.EchoModel}, {@link
 * dev.parley.scripted.ScriptFileModel}; {@link dev.parley.scripted.FixedLength} decides for the
 * first of them, and {@code dev.parley.engine.script} makes frames of it. {@link
 * dev.parley.scripted.ToneVoice} is a voice without dependencies.
 *
 * <p>May import: the JDK, Pekko, the engine and {@code dev.parley.schema}.
 */
@NullMarked
package dev.parley.scripted;

import org.jspecify.annotations.NullMarked;
