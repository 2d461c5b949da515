/**
 * The Realtime server, put together.
 *
 * <p>Reading order: {@link dev.parley.server.RealtimeServer} (starts, drains, stops) with {@link
 * dev.parley.server.ServerSettings} and {@link dev.parley.server.ServerParts} ({@link
 * dev.parley.server.Models}, {@link dev.parley.server.ServerTools}, {@link
 * dev.parley.server.ServerRecorders}, {@link dev.parley.server.MetricsPage}, and {@link
 * dev.parley.server.Annex} for what else is on the port, which shares its {@link
 * dev.parley.server.Premises}); {@link dev.parley.server.Reception} (who comes in, and how their
 * session begins: {@link dev.parley.server.SessionConfigs}), {@link
 * dev.parley.server.RecordingWish}, {@link dev.parley.server.Lobby} (who is in), {@link
 * dev.parley.server.NodeWatch}, {@link dev.parley.server.RefusalLog}. The protocol is in {@code
 * realtime}, requests in {@code http}, keys in {@code auth}, bounds in {@code limit}.
 *
 * <p>May import: the JDK, Pekko, the engine, {@code audio}, {@code wire}, {@code sockets} and all
 * packages below.
 */
@NullMarked
package dev.parley.server;

import org.jspecify.annotations.NullMarked;
