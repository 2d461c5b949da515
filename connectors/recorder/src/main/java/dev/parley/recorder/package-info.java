/**
 * The recorder: sessions kept as files that anyone can open, and run again.
 *
 * <p>Reading order: {@link dev.parley.recorder.Recordings} (a folder of them) with its {@link
 * dev.parley.recorder.RecorderSettings}, {@link dev.parley.recorder.Consent}, {@link
 * dev.parley.recorder.Redaction} and {@link dev.parley.recorder.RecorderListener}; how one session
 * is recorded, {@code LiveRecording} as a {@link dev.parley.engine.pipeline.Recording}, with {@code
 * RecordedDoor}, {@code RecordedEar}, {@code RecordedModel}, {@code RecordedCall} and {@code
 * Overheard} noting what passes them in the {@code Journal}; {@code Pen} (writes it), {@code Shelf}
 * and {@code Ulid} (where, and by which names). {@link dev.parley.recorder.format} says what the
 * lines look like, {@link dev.parley.recorder.file} reads and writes the zip, {@link
 * dev.parley.recorder.replay} runs it again.
 *
 * <p>May import: the JDK, Pekko, SLF4J, the engine, {@code recorder.file}, {@code recorder.format}.
 */
@NullMarked
package dev.parley.recorder;

import org.jspecify.annotations.NullMarked;
