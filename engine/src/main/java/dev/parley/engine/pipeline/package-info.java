/**
 * The pipeline DSL: five verbs that say a call, in the direction in which the audio flows.
 *
 * <p>Reading order: {@link dev.parley.engine.pipeline.Pipeline}, {@link
 * dev.parley.engine.pipeline.Playout}, {@link dev.parley.engine.pipeline.Call} (the whole call path
 * on one page), {@link dev.parley.engine.pipeline.Plan}.
 *
 * <p>May import: all of the engine.
 */
@NullMarked
package dev.parley.engine.pipeline;

import org.jspecify.annotations.NullMarked;
