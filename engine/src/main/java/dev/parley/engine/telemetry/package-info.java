/**
 * What a call tells about itself while it runs: the port that reports, live views and metrics hang
 * on.
 *
 * <p>Reading order: {@link dev.parley.engine.telemetry.Telemetry}, {@link
 * dev.parley.engine.telemetry.CallEvent}, {@link dev.parley.engine.telemetry.Drops}, {@link
 * dev.parley.engine.telemetry.Depths}; {@link dev.parley.engine.telemetry.NodeTelemetry} and {@link
 * dev.parley.engine.telemetry.NodeEvent} (what concerns no single call).
 *
 * <p>May import: the JDK and the engine's pure packages.
 */
@NullMarked
package dev.parley.engine.telemetry;

import org.jspecify.annotations.NullMarked;
