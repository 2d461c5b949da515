/**
 * WebSockets by Netty, with Pekko Streams on the event loop, and HTTP by Pekko on the same port.
 *
 * <p>Knows nothing of what is said over them. Reading order:
 *
 * <ol>
 *   <li>The port: {@link dev.parley.sockets.SocketServer} with {@link
 *       dev.parley.sockets.SocketSettings}, {@link dev.parley.sockets.Upgrades}, {@link
 *       dev.parley.sockets.UpgradeRequest}, {@link dev.parley.sockets.UpgradeAnswer}; {@link
 *       dev.parley.sockets.WsFrame}, {@link dev.parley.sockets.CloseCode}; {@link
 *       dev.parley.sockets.SocketClient}; {@link dev.parley.sockets.SocketWatch}.
 *   <li>The protocol, without any library: {@link dev.parley.sockets.FrameReader} with {@link
 *       dev.parley.sockets.Mask}, {@link dev.parley.sockets.Utf8Check} and {@link
 *       dev.parley.sockets.Rate}; {@link dev.parley.sockets.HttpHead}, {@link
 *       dev.parley.sockets.Query} and {@link dev.parley.sockets.Handshake}.
 *   <li>The rules of one connection, without any library: {@link dev.parley.sockets.Ending}, {@link
 *       dev.parley.sockets.Liveness}, {@link dev.parley.sockets.Backlog}, {@link
 *       dev.parley.sockets.Inbox}, {@link dev.parley.sockets.Hold} and {@link
 *       dev.parley.sockets.Crowd}.
 *   <li>The loops: {@link dev.parley.sockets.Loops}, {@link dev.parley.sockets.Loop}, {@link
 *       dev.parley.sockets.LoopDispatcher}, {@link dev.parley.sockets.Watchdog}.
 *   <li>A connection, from its beginning: {@link dev.parley.sockets.Reception}, {@link
 *       dev.parley.sockets.TlsGate}, {@link dev.parley.sockets.HeadHandler}, {@link
 *       dev.parley.sockets.UpgradeJob}, and then {@link dev.parley.sockets.SocketHandler} with
 *       {@link dev.parley.sockets.FrameOut}, {@link dev.parley.sockets.Vigil} and {@link
 *       dev.parley.sockets.BridgeStage}, or {@link dev.parley.sockets.HttpHandler}, or {@link
 *       dev.parley.sockets.Farewell}. {@link dev.parley.sockets.Acks} know of those that are not
 *       read.
 * </ol>
 *
 * <p>May import: the JDK, Pekko, Pekko HTTP, Netty, Bouncy Castle (certificates only), slf4j and
 * the engine's {@code time}.
 */
@NullMarked
package dev.parley.sockets;

import org.jspecify.annotations.NullMarked;
