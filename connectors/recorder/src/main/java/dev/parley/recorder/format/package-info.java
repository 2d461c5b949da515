/**
 * What a recording's JSON looks like: everything that happens in a session as {@link
 * dev.parley.recorder.format.Fields}, and back.
 *
 * <p>Reading order: {@link dev.parley.recorder.format.Fields} and {@link
 * dev.parley.recorder.format.Json}; {@link dev.parley.recorder.format.Texts} (what becomes of a
 * text); {@link dev.parley.recorder.format.About} ({@code session.json}) with {@link
 * dev.parley.recorder.format.DoorInfo}, {@link dev.parley.recorder.format.ModelInfo}, {@link
 * dev.parley.recorder.format.Rooms} and {@link dev.parley.recorder.format.SettingsInfo}; {@link
 * dev.parley.recorder.format.FrameCodec}, {@link dev.parley.recorder.format.CommandCodec}, {@link
 * dev.parley.recorder.format.SessionCommandCodec} and {@link
 * dev.parley.recorder.format.CallEventCodec} (the lines of {@code events.jsonl}); the other codecs
 * are their parts.
 *
 * <p>May import: the JDK, Jackson's streaming core, {@code engine}'s vocabulary and {@code audio}'s
 * settings. Only {@code Json} knows Jackson.
 */
@NullMarked
package dev.parley.recorder.format;

import org.jspecify.annotations.NullMarked;
