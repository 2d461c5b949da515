package dev.parley.conformance.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.conformance.frames.Dialogue;
import dev.parley.conformance.frames.WireFrame;
import dev.parley.conformance.frames.WireFrame.Side;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/**
 * Plays the server's part of a dialogue to each client, whatever the client says: for its turns it
 * waits for as many messages as are written. So our own tools can be tried without the server.
 */
public final class ReplayServer implements ServerUnderTest {

  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket door;
  private final Dialogue dialogue;

  public ReplayServer(Dialogue dialogue) {
    this.dialogue = dialogue;
    try {
      door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  @Override
  public int port() {
    return door.getLocalPort();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      OutputStream out = socket.getOutputStream();
      out.write(upgrade(head(in)).getBytes(UTF_8));
      for (WireFrame frame : dialogue.frames()) {
        if (frame.isFrom(Side.SERVER)) {
          out.write(frame(0x81, frame.json().toString().getBytes(UTF_8)));
        } else if (skip(in) == 8) {
          return;
        }
      }
      int code = skip(in);
      while (code != 8) {
        code = skip(in);
      }
      out.write(frame(0x88, new byte[] {3, (byte) 0xe8}));
    } catch (IOException e) {
      Thread.currentThread().interrupt(); // the client has gone: this thread has nothing left to do
    }
  }

  private static String head(DataInputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  private static String upgrade(String head) {
    String key = "";
    String protocol = "";
    for (String line : head.split("\r\n", /* limit= */ -1)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("sec-websocket-key:")) {
        key = line.substring(18).strip();
      } else if (lower.startsWith("sec-websocket-protocol:")) {
        protocol = "Sec-WebSocket-Protocol: realtime\r\n";
      }
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(UTF_8));
      return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + protocol
          + "Sec-WebSocket-Accept: "
          + Base64.getEncoder().encodeToString(hash)
          + "\r\n\r\n";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads a frame of the client's and says what kind it is. */
  private static int skip(DataInputStream in) throws IOException {
    int opcode = in.readUnsignedByte() & 0x0f;
    long size = in.readUnsignedByte() & 0x7f;
    if (size == 126) {
      size = in.readUnsignedShort();
    } else if (size == 127) {
      size = in.readLong();
    }
    in.skipNBytes(4 + size);
    return opcode;
  }

  private static byte[] frame(int head, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(head);
    if (payload.length < 126) {
      frame.write(payload.length);
    } else {
      frame.write(126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    }
    frame.writeBytes(payload);
    return frame.toByteArray();
  }
}
