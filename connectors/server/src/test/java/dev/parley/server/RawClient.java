package dev.parley.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that is a TCP connection and does as it likes. It reads only when it is told to. */
final class RawClient implements AutoCloseable {

  private final Socket socket = new Socket();

  RawClient(TestServer server) throws IOException {
    socket.setReceiveBufferSize(16_384); // so that what it does not read soon fills the server's
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), 20_000);
  }

  /** A client with an open WebSocket. */
  static RawClient upgraded(TestServer server) throws IOException {
    RawClient client = new RawClient(server);
    client.write(
        """
        GET /v1/realtime?model=m HTTP/1.1
        Host: localhost
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

        """
            .replace("\n", "\r\n"));
    int status = client.status();
    if (status != 101) {
      throw new AssertionError("the client was not let in: " + status);
    }
    return client;
  }

  void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Writes for as long as the server takes it, on a thread of its own. */
  Thread pour(byte[] bytes) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                socket.getOutputStream().write(bytes);
              } catch (IOException gone) {
                // the server hung up, or this client did
              }
            });
  }

  /** Reads the head of an answer; its status. */
  int status() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("the server hung up after: " + head);
      }
      head.append((char) next);
    }
    return Integer.parseInt(head.substring(9, 12));
  }

  /** The same text so many times, in frames as a client has to write them. */
  static byte[] frames(String json, int times) {
    byte[] payload = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      frame(all, 0x81, payload);
    }
    return all.toByteArray();
  }

  static byte[] close(int code) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    frame(all, 0x88, new byte[] {(byte) (code >> 8), (byte) code});
    return all.toByteArray();
  }

  private static void frame(ByteArrayOutputStream out, int first, byte[] payload) {
    out.write(first);
    if (payload.length < 126) {
      out.write(0x80 | payload.length);
    } else {
      out.write(0x80 | 126);
      out.write(payload.length >> 8);
      out.write(payload.length);
    }
    out.writeBytes(new byte[4]); // a mask of zeros
    out.writeBytes(payload);
  }

  void finishWriting() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
