/**
 * Judges the shape of each frame by itself: one JSON schema an event type, under {@code schemas/}
 * in the resources. {@link dev.parley.conformance.schema.FrameSchemas} is all there is.
 */
@NullMarked
package dev.parley.conformance.schema;

import org.jspecify.annotations.NullMarked;
