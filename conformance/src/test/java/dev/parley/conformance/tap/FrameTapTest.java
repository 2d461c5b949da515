package dev.parley.conformance.tap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.frames.Dialogue;
import dev.parley.conformance.frames.WireFrame;
import dev.parley.conformance.frames.WireFrame.Side;
import dev.parley.conformance.schema.FrameSchemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTapTest {

  private static final String ASK =
      "GET /v1/realtime HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
  private static final String YES =
      "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n\r\n";
  private static final byte[] KEY = {1, 2, 3, 4};

  @Test
  void connection_isHandedOnByteForByte_andJudgedAsRight() throws Exception {
    try (Exchange exchange = new Exchange(dialogue(Dialogue.read("text-turn")))) {
      assertThat(exchange.run()).isTrue();
      assertThat(exchange.recording().violations()).isEmpty();
      assertThat(exchange.recording().frames())
          .containsExactlyInAnyOrderElementsOf(Dialogue.read("text-turn").frames());
      assertThat(exchange.recording().serverClose()).hasValue(1000);
    }
  }

  @Test
  void wrongFrame_isFound() throws Exception {
    Dialogue spoilt = Dialogue.read("text-turn").twice("response.done", 1);
    try (Exchange exchange = new Exchange(dialogue(spoilt))) {
      exchange.run();
      assertThat(exchange.recording().violations())
          .anySatisfy(s -> assertThat(s).contains("the response was done before"));
    }
  }

  @Test
  void binaryFrame_andASecondClose_andAFrameBehindIt_areFound() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(frame(0x82, "x".getBytes(UTF_8), false));
    bytes.writeBytes(frame(0x88, new byte[] {3, (byte) 0xe9}, false));
    bytes.writeBytes(frame(0x88, new byte[] {3, (byte) 0xe8}, false));
    bytes.writeBytes(frame(0x81, "{\"type\":\"error\"}".getBytes(UTF_8), false));
    try (Exchange exchange = new Exchange(new Talk(new byte[0], bytes.toByteArray()))) {
      exchange.run();
      assertThat(exchange.recording().violations())
          .contains(
              "the server sends text frames only",
              "there is one close frame only, but another came with 1000",
              "nothing may come behind the close frame, but error did");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100, 100_000})
  void parser_findsMessages_howeverTheBytesAreCut(int block) {
    byte[] all = join(ASK.getBytes(UTF_8), dialogue(Dialogue.read("items")).client());
    Recording recording = new Recording(new FrameSchemas());
    FrameParser parser = recordingParser(recording);
    for (int at = 0; at < all.length; at += block) {
      int count = Math.min(block, all.length - at);
      parser.accept(Arrays.copyOfRange(all, at, at + count), count);
    }
    assertThat(recording.frames())
        .isEqualTo(
            Dialogue.read("items").frames().stream().filter(f -> f.isFrom(Side.CLIENT)).toList());
  }

  @Test
  void parser_joinsFragments_aroundAPing() {
    Recording recording = new Recording(new FrameSchemas());
    FrameParser parser = recordingParser(recording);
    for (byte[] bytes :
        List.of(
            ASK.getBytes(UTF_8),
            frame(0x01, "{\"type\":".getBytes(UTF_8), true),
            frame(0x89, "hi".getBytes(UTF_8), true),
            frame(0x80, "\"a\"}".getBytes(UTF_8), true))) {
      parser.accept(bytes, bytes.length);
    }
    assertThat(recording.frames()).extracting(WireFrame::type).containsExactly("a");
  }

  @Test
  void otherRequests_passUnread() {
    Recording recording = new Recording(new FrameSchemas());
    FrameParser parser = recordingParser(recording);
    byte[] post = "POST /v1/x HTTP/1.1\r\n\r\n\u0081\u0002{}".getBytes(ISO_8859_1);
    parser.accept(post, post.length);
    assertThat(recording.frames()).isEmpty();
  }

  private static FrameParser recordingParser(Recording recording) {
    return new FrameParser(
        new FrameParser.Messages() {
          @Override
          public void text(String text) {
            recording.add(WireFrame.of(Side.CLIENT, text));
          }

          @Override
          public void binary() {}

          @Override
          public void close(int code) {}
        });
  }

  /** What each side sends, without the heads. */
  @SuppressWarnings("ArrayRecordComponent") // written once, read once
  private record Talk(byte[] client, byte[] server) {}

  private static Talk dialogue(Dialogue dialogue) {
    ByteArrayOutputStream client = new ByteArrayOutputStream();
    ByteArrayOutputStream server = new ByteArrayOutputStream();
    for (WireFrame frame : dialogue.frames()) {
      boolean ofClient = frame.isFrom(Side.CLIENT);
      byte[] text = frame.json().toString().getBytes(UTF_8);
      (ofClient ? client : server).writeBytes(frame(0x81, text, ofClient));
    }
    server.writeBytes(frame(0x88, new byte[] {3, (byte) 0xe8}, false));
    return new Talk(client.toByteArray(), server.toByteArray());
  }

  private static byte[] frame(int head, byte[] payload, boolean masked) {
    ByteBuffer frame = ByteBuffer.allocate(14 + payload.length);
    int mask = masked ? 0x80 : 0;
    frame.put((byte) head);
    if (payload.length < 126) {
      frame.put((byte) (mask | payload.length));
    } else if (payload.length < 65_536) {
      frame.put((byte) (mask | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (mask | 127)).putLong(payload.length);
    }
    if (masked) {
      frame.put(KEY);
    }
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ (masked ? KEY[i % 4] : 0)));
    }
    byte[] bytes = new byte[frame.position()];
    frame.flip().get(bytes);
    return bytes;
  }

  private static byte[] join(byte[] one, byte[] other) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(one);
    both.writeBytes(other);
    return both.toByteArray();
  }

  /** A client and a server that say their parts at once through a tap. */
  private static final class Exchange implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final FrameTap tap = new FrameTap(door.getLocalPort(), new FrameSchemas());
    private final byte[] client;
    private final byte[] server;

    Exchange(Talk talk) throws IOException {
      client = join(ASK.getBytes(UTF_8), talk.client());
      server = join(YES.getBytes(UTF_8), talk.server());
    }

    /** Says whether both sides got all that the other said; the client speaks first. */
    boolean run() throws Exception {
      CompletableFuture<Boolean> served = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> served.completeAsync(this::serve, Runnable::run));
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tap.port())) {
        socket.getOutputStream().write(client);
        boolean same = same(socket.getInputStream(), server);
        return served.get(5, TimeUnit.SECONDS) && same;
      }
    }

    private boolean serve() {
      try (Socket socket = door.accept()) {
        boolean same = same(socket.getInputStream(), client);
        socket.getOutputStream().write(server);
        return same;
      } catch (IOException e) {
        return false;
      }
    }

    private static boolean same(InputStream in, byte[] expected) throws IOException {
      return Arrays.equals(in.readNBytes(expected.length), expected);
    }

    Recording recording() {
      return tap.recordings().getFirst();
    }

    @Override
    public void close() throws IOException {
      tap.close();
      door.close();
    }
  }
}
