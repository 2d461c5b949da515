/**
 * Listens in on connections between a client and a server under test.
 *
 * <p>Read {@link dev.parley.conformance.tap.FrameTap} first; {@code FrameParser} finds the messages
 * in a direction's bytes, {@code Recording} keeps and judges those of one connection.
 */
@NullMarked
package dev.parley.conformance.tap;

import org.jspecify.annotations.NullMarked;
