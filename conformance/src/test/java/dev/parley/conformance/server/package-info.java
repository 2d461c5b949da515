/**
 * The server that is tested, and models for it that do exactly what a test needs.
 *
 * <p>Read {@link dev.parley.conformance.server.Setup} first, then {@link
 * dev.parley.conformance.server.ServerUnderTest}, the one place that knows how a server is started;
 * {@link dev.parley.conformance.server.ReplayServer} stands in for it where our own tools are
 * tested. {@link dev.parley.conformance.server.RecitalModel} recites {@link
 * dev.parley.conformance.server.Piece}s.
 */
@NullMarked
package dev.parley.conformance.server;

import org.jspecify.annotations.NullMarked;
