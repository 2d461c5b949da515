/**
 * What is written down of a call: {@code call.json} and {@code call.html}.
 *
 * <p>Reading order: {@link dev.parley.app.report.CallReport} (the file's shape), {@link
 * dev.parley.app.report.CallLog} (collects it from telemetry) with {@link
 * dev.parley.app.report.TurnLog} and {@link dev.parley.app.report.ReplyLog}, {@link
 * dev.parley.app.report.Percentiles}; {@link dev.parley.app.report.CallPage} (draws it) with {@link
 * dev.parley.app.report.Waveform} and {@link dev.parley.app.report.WavAudio}.
 *
 * <p>May import: the engine, Jackson.
 */
@NullMarked
package dev.parley.app.report;

import org.jspecify.annotations.NullMarked;
