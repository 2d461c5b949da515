/**
 * Probes: the two ends of a stream, held by a test. Their waits are bounded, and nobody sleeps.
 *
 * <p>Reading order: {@link dev.parley.testkit.probe.SourceProbe}, {@link
 * dev.parley.testkit.probe.SinkProbe}, {@link dev.parley.testkit.probe.Waits}.
 *
 * <p>May import: the JDK, Pekko.
 */
@NullMarked
package dev.parley.testkit.probe;

import org.jspecify.annotations.NullMarked;
