/**
 * The test kit: what people who write stages, doors and models test them with, and what Parley's
 * own tests are made of.
 *
 * <p>Reading order: {@link dev.parley.testkit.Frames} (builds frames), {@link
 * dev.parley.testkit.RecordingTelemetry} (keeps what calls tell), {@link
 * dev.parley.testkit.SpyRecording} (stands around a call), {@link dev.parley.testkit.CallRun} (a
 * whole call in virtual time); then {@code testkit.probe} (ends of a stream that a test holds in
 * its hand), {@code testkit.stage} (a stage's contract in one call), {@code testkit.door} (a caller
 * that follows a script), {@code testkit.model} (five kinds of model), and {@code testkit.contract}
 * (contract tests to extend).
 *
 * <p>May import: the JDK, Pekko, the engine, AssertJ, JUnit.
 */
@NullMarked
package dev.parley.testkit;

import org.jspecify.annotations.NullMarked;
