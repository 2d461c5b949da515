/**
 * What serving costs: a load driver for Realtime servers, tried on servers whose figures are known,
 * and our server beside bare ones.
 *
 * <p>Reading order: {@link dev.parley.benchmarks.serve.ServeBenchmark}, {@link
 * dev.parley.benchmarks.serve.SendSchedule}, {@link dev.parley.benchmarks.serve.Caller}, {@link
 * dev.parley.benchmarks.serve.LoadDriver}, {@link dev.parley.benchmarks.serve.Controls}, {@link
 * dev.parley.benchmarks.serve.CpuRounds}.
 *
 * <p>May import: the server, the scripted model, the detectors; of libraries Netty, Pekko HTTP,
 * Jackson's streaming parser and HdrHistogram. The driver itself is made of Netty alone, and of
 * nothing that it measures.
 */
@NullMarked
package dev.parley.benchmarks.serve;

import org.jspecify.annotations.NullMarked;
