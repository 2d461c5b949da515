package dev.parley.conformance.tap;

import dev.parley.conformance.frames.WireFrame;
import dev.parley.conformance.frames.WireFrame.Side;
import dev.parley.conformance.schema.FrameSchemas;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between clients and a server, hands every byte on as it is, and records and judges what
 * goes over it. It does not read compressed or encrypted connections.
 *
 * <p>A frame is recorded before it is handed on: what the client has seen is on record, and what
 * the client asked is on record before the server can answer. Threads: two for each connection.
 */
public final class FrameTap implements AutoCloseable {

  private static final int BLOCK = 16_384;

  private final ServerSocket door;
  private final int serverPort;
  private final FrameSchemas schemas;
  private final List<Recording> recordings = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /**
   * Begins to listen on a free port of the loopback interface.
   *
   * @param serverPort where the server is, on the same interface
   */
  public FrameTap(int serverPort, FrameSchemas schemas) {
    this.serverPort = serverPort;
    this.schemas = schemas;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  /** Where clients connect to. */
  public int port() {
    return door.getLocalPort();
  }

  /** What went over the WebSockets so far, in the order in which they were opened. */
  public List<Recording> recordings() {
    return recordings.stream().filter(r -> !r.frames().isEmpty()).toList();
  }

  /** All that is wrong so far, in sentences. */
  public List<String> violations() {
    return recordings.stream().flatMap(r -> r.violations().stream()).toList();
  }

  /** Closes the door and all connections at once. */
  @Override
  public void close() {
    closeAll(List.of(door));
    closeAll(sockets);
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException e) {
        closeAll(List.of(door)); // by close(), or because nothing can be accepted any more
      }
    }
  }

  private void connect(Socket client) throws IOException {
    sockets.add(client);
    client.setTcpNoDelay(true);
    Socket server = new Socket();
    sockets.add(server);
    try {
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort));
      server.setTcpNoDelay(true);
    } catch (IOException e) {
      closeAll(List.of(client)); // the server does not listen: the client sees that
      return;
    }
    Recording recording = new Recording(schemas);
    recordings.add(recording);
    Thread.ofVirtual().start(() -> pass(client, server, parser(Side.CLIENT, recording)));
    Thread.ofVirtual().start(() -> pass(server, client, parser(Side.SERVER, recording)));
  }

  private static void pass(Socket from, Socket to, FrameParser parser) {
    byte[] block = new byte[BLOCK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        parser.accept(block, count);
        out.write(block, 0, count);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      closeAll(List.of(from, to)); // one side was cut, and so is the other
    }
  }

  private static void closeAll(List<? extends Closeable> all) {
    for (Closeable one : all) {
      try {
        one.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static FrameParser parser(Side from, Recording recording) {
    return new FrameParser(
        new FrameParser.Messages() {
          @Override
          public void text(String text) {
            recording.add(WireFrame.of(from, text));
          }

          @Override
          public void binary() {
            if (from == Side.SERVER) {
              recording.complain("the server sends text frames only");
            }
          }

          @Override
          public void close(int code) {
            if (from == Side.SERVER) {
              recording.closedByServer(code);
            }
          }
        });
  }
}
