package dev.parley.sockets;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A client that is nothing but a TCP connection and what a test writes to it. Blocks, 10 s long.
 */
final class RawPeer implements AutoCloseable {

  static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private final Socket socket;
  private final DataInputStream in;

  RawPeer(int port) {
    this(port, 0);
  }

  /**
   * @param window of the kernel for what is not read; 0 for its own choice
   */
  RawPeer(int port, int window) {
    try {
      socket = new Socket();
      if (window > 0) {
        socket.setReceiveBufferSize(window);
      }
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
      socket.setSoTimeout(10_000);
      in = new DataInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RawPeer(Socket socket) {
    try {
      this.socket = socket;
      socket.setSoTimeout(10_000);
      in = new DataInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String request(String path, String... headers) {
    StringBuilder text = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return text.append("\r\n").toString();
  }

  static String[] upgradeHeaders() {
    return new String[] {
      "Host: localhost",
      "Upgrade: websocket",
      "Connection: Upgrade",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: " + KEY
    };
  }

  String upgrade(String path, Optional<String> subprotocol) {
    List<String> headers = new ArrayList<>(List.of(upgradeHeaders()));
    subprotocol.ifPresent(name -> headers.add("Sec-WebSocket-Protocol: " + name));
    write(request(path, headers.toArray(new String[0])));
    String answer = head();
    if (!answer.startsWith("HTTP/1.1 101 ")) {
      throw new AssertionError(answer);
    }
    return answer;
  }

  void write(String text) {
    write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void write(byte[]... parts) {
    try {
      for (byte[] part : parts) {
        socket.getOutputStream().write(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what the server may no longer want to read. */
  void writeAnyway(byte[]... parts) {
    try {
      write(parts);
    } catch (UncheckedIOException closed) {
      assert closed.getCause() instanceof SocketException;
    }
  }

  /** An HTTP head, with the empty line. */
  String head() {
    try {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        head.write(in.readByte());
      }
      return head.toString(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String body(int length) {
    try {
      return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that comes until the server hangs up. */
  String rest() {
    try {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next frame; checks that it is written as a server has to. */
  WsFrame frame() {
    try {
      int first = in.readUnsignedByte();
      int second = in.readUnsignedByte();
      if ((first & 0x70) != 0 || (first & 0x80) == 0 || (second & 0x80) != 0) {
        throw new AssertionError("not a server's frame: " + first + " " + second);
      }
      int length = second;
      if (second == 126) {
        length = in.readUnsignedShort();
      } else if (second == 127) {
        length = Math.toIntExact(in.readLong());
      }
      byte[] payload = in.readNBytes(length);
      if (payload.length < length) {
        throw new EOFException();
      }
      return switch (first & 0x0F) {
        case 1 -> new WsFrame.Text(payload);
        case 2 -> new WsFrame.Binary(payload);
        case 8 -> closed(payload);
        case 9 -> new WsFrame.Ping(payload);
        case 10 -> new WsFrame.Pong(payload);
        default -> throw new AssertionError("opcode " + first);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WsFrame.Close closed(byte[] payload) {
    if (payload.length == 0) {
      return new WsFrame.Close(CloseCode.NONE);
    }
    int code = (payload[0] & 0xFF) << 8 | (payload[1] & 0xFF);
    return new WsFrame.Close(
        code, new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8));
  }

  /** Frames up to the server's close frame, behind which there has to be nothing. */
  List<WsFrame> framesToTheEnd() {
    List<WsFrame> frames = new ArrayList<>();
    WsFrame next;
    do {
      next = frame();
      frames.add(next);
    } while (!(next instanceof WsFrame.Close));
    if (!isEnd()) {
      throw new AssertionError("something follows the close frame");
    }
    return frames;
  }

  /** Whether the server hangs up without another byte. */
  boolean isEnd() {
    try {
      return in.read() < 0;
    } catch (SocketException reset) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void finishWriting() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes without a word, with a reset. */
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
