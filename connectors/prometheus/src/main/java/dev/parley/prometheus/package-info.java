/**
 * What calls and the node tell about themselves, as Prometheus metrics that move while a call runs.
 *
 * <p>Reading order: {@link dev.parley.prometheus.Metrics} (the way in: listens and is scraped),
 * {@code Metric} (every metric, in one place), {@link dev.parley.prometheus.MetricDoc} (the same
 * for documentation), {@code Series} (the numbers), {@code LiveCalls} and {@code LiveCall} (what is
 * remembered of a call), {@code ReplyTimes} and {@code BargeIns} (latencies), {@code AudioLine}
 * (places in the audio as times of the call).
 *
 * <p>What never comes out: call ids, audio, transcripts, names, arguments and results of tools,
 * keys, and sentences of any kind. Words become label values only if they look like a name, and few
 * of them ({@code Words}).
 *
 * <p>May import: the JDK, the engine, Prometheus' client.
 */
@NullMarked
package dev.parley.prometheus;

import org.jspecify.annotations.NullMarked;
