/**
 * The session object: what clients can set, and how it is read, changed and shown.
 *
 * <p>Reading order: {@link dev.parley.wire.session.SessionConfig} and its parts ({@link
 * dev.parley.wire.session.AudioInput} with {@link dev.parley.wire.session.TurnDetection}, {@link
 * dev.parley.wire.session.AudioOutput}, {@link dev.parley.wire.session.ToolUse}, {@link
 * dev.parley.wire.session.Generation}), {@link dev.parley.wire.session.SessionPatch} (a checked
 * update), {@link dev.parley.wire.session.SettingsReader} and {@link
 * dev.parley.wire.session.SettingsWriter} (values that responses have, too), {@link
 * dev.parley.wire.session.SessionWriter}.
 *
 * <p>May import: the JDK, {@code wire.audio}, {@code wire.json} and {@code wire.error}.
 */
@NullMarked
package dev.parley.wire.session;

import org.jspecify.annotations.NullMarked;
