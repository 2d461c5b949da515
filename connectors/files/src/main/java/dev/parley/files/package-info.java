/**
 * Doors to what stands on the user's own machine: audio files, microphone and loudspeaker.
 *
 * <p>Reading order: {@link dev.parley.files.AudioFile} with its {@link
 * dev.parley.files.AudioReader} and {@link dev.parley.files.AudioFileException}; {@link
 * dev.parley.files.WavHeader} and {@link dev.parley.files.FlacHeader} (what the first bytes say),
 * {@link dev.parley.files.PlainBytes} and {@link dev.parley.files.FlacBytes} (how the others are
 * read); {@link dev.parley.files.FileDoor} with {@link dev.parley.files.Deck} and {@link
 * dev.parley.files.FileStage}; {@link dev.parley.files.MicrophoneDoor} with {@link
 * dev.parley.files.AudioDevice}, {@link dev.parley.files.CaptureThread}, {@link
 * dev.parley.files.PlayThread} and {@link dev.parley.files.MicrophoneStage}.
 *
 * <p>May import: the JDK, Pekko, the engine, {@code dev.parley.audio} and jflac.
 */
@NullMarked
package dev.parley.files;

import org.jspecify.annotations.NullMarked;
