/**
 * The pure core of a stage: kernels, which turn one input into any number of outputs and know
 * neither threads nor streams.
 *
 * <p>Reading order: {@link dev.parley.engine.dsp.Kernel}, {@link dev.parley.engine.dsp.Tunable},
 * {@link dev.parley.engine.dsp.Refused}.
 *
 * <p>May import: the JDK and {@code engine.frame}.
 */
@NullMarked
package dev.parley.engine.dsp;

import org.jspecify.annotations.NullMarked;
