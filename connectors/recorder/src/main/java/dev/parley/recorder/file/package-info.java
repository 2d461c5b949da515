/**
 * One recording as a file: written without anybody waiting for it, and read without trusting it.
 *
 * <p>Reading order: {@link dev.parley.recorder.file.Layout} (what is in it), {@link
 * dev.parley.recorder.file.Happening} and {@link dev.parley.recorder.file.Entry} (what is written
 * down). Writing: {@link dev.parley.recorder.file.Outbox} (from the call to another thread), {@link
 * dev.parley.recorder.file.Writing} with {@code Lines}, {@code Tracks}, {@code Captions} and {@code
 * Packing}; {@link dev.parley.recorder.file.Room} and {@link dev.parley.recorder.file.Disk} (how
 * much), {@link dev.parley.recorder.file.Private} (for whom), {@link
 * dev.parley.recorder.file.Unfinished} (after a crash). Reading: {@link
 * dev.parley.recorder.file.RecordedFile} within {@link dev.parley.recorder.file.Limits} gives a
 * {@link dev.parley.recorder.file.Recorded}, by {@code Sorting}, {@code Pieces} and {@code
 * AudioTrack}.
 *
 * <p>May import: the JDK, the engine, {@code audio.tap}, {@code recorder.format}.
 */
@NullMarked
package dev.parley.recorder.file;

import org.jspecify.annotations.NullMarked;
