/**
 * Recordings in the program: who is recorded, and recordings run again.
 *
 * <p>Reading order: {@link dev.parley.app.record.SessionRecorder} (the server's) with {@link
 * dev.parley.app.record.RecordingCount}; {@link dev.parley.app.record.TalkRecorder} (a talk's);
 * {@link dev.parley.app.record.ReplayRun} (recordings run again) with {@link
 * dev.parley.app.record.ReplayChange} (otherwise than they were) and {@link
 * dev.parley.app.record.ReplayReport} (what comes of it, for people); {@link
 * dev.parley.app.record.RecordingsFolder} (those of a folder).
 *
 * <p>May import: the recorder, the settings of {@code config}, the server, the telephone, the
 * engine, Pekko.
 */
@NullMarked
package dev.parley.app.record;

import org.jspecify.annotations.NullMarked;
