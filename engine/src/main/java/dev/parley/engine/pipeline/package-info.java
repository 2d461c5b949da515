/**
 * The pipeline DSL: five verbs that say a call, in the direction in which the audio flows.
 *
 * <p>Reading order: {@link dev.parley.engine.pipeline.Pipeline} and {@link
 * dev.parley.engine.pipeline.Playout} (what is said), {@link dev.parley.engine.pipeline.Call} (what
 * was said), {@link dev.parley.engine.pipeline.Negotiation} and its {@link
 * dev.parley.engine.pipeline.Plan} (the rooms agree), {@link dev.parley.engine.pipeline.CallPath}
 * (the whole call path on one page) with {@link dev.parley.engine.pipeline.Facts}, {@link
 * dev.parley.engine.pipeline.OpenTaps}, {@link dev.parley.engine.pipeline.LatePlayout} and {@link
 * dev.parley.engine.pipeline.StreamEnd}; {@link dev.parley.engine.pipeline.Recording} (what may
 * stand around a call that is kept). {@link dev.parley.engine.pipeline.Said}, {@link
 * dev.parley.engine.pipeline.TapPoint}, {@link dev.parley.engine.pipeline.RawStage} and {@link
 * dev.parley.engine.pipeline.CallNames} are small change.
 *
 * <p>May import: all of the engine.
 */
@NullMarked
package dev.parley.engine.pipeline;

import org.jspecify.annotations.NullMarked;
