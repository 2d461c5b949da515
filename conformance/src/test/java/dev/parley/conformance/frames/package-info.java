/**
 * Frames as they go over a connection: {@link dev.parley.conformance.frames.WireFrame}, and whole
 * hand-written connections of them, {@link dev.parley.conformance.frames.Dialogue}. Imports Jackson
 * only.
 */
@NullMarked
package dev.parley.conformance.frames;

import org.jspecify.annotations.NullMarked;
