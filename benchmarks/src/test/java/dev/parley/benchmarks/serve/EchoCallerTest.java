package dev.parley.benchmarks.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EchoCallerTest {

  private static final long MILLI = 1_000_000;

  private final Histogram latency = Spread.histogram();
  private final EchoCaller caller = new EchoCaller(new AppendFrames(Sound.room(2)), latency);
  private final List<byte[]> sent = new ArrayList<>();

  @BeforeEach
  void send() {
    caller.open(
        new Caller.Line() {
          @Override
          public void send(ByteBuf frame) {
            byte[] bytes = new byte[frame.readableBytes() - 8];
            frame.skipBytes(8).readBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
              bytes[i] = ClientFrame.masked(bytes[i], i); // masking twice is unmasking
            }
            sent.add(bytes);
          }

          @Override
          public void send(byte[] frame) {
            throw new AssertionError("it has nothing else to say");
          }

          @Override
          public ByteBufAllocator memory() {
            return UnpooledByteBufAllocator.DEFAULT;
          }

          @Override
          public void ready() {}
        });
    for (int i = 0; i < 4; i++) {
      caller.frame(i, 20 * MILLI * i);
    }
  }

  @Test
  void latency_countsFromWhenAFrameWasDue() {
    echo(0, 7 * MILLI);
    echo(1, 29 * MILLI);
    assertThat(caller.echoed()).isEqualTo(2);
    assertThat(Spread.of(latency).max()).isEqualTo(9_000 + 7); // as exact as the histogram is
  }

  @Test
  void gaps_areLosses() {
    echo(0, MILLI);
    echo(3, MILLI);
    assertThat(caller.sent() - caller.echoed()).isEqualTo(2);
    assertThat(caller.strange()).isZero();
  }

  @Test
  void twiceOrOutOfOrderOrNeverSent_isStrange() {
    echo(2, MILLI);
    echo(2, MILLI);
    echo(1, MILLI);
    caller.heard(Unpooled.copiedBuffer("{\"type\":\"error\"}", StandardCharsets.UTF_8), MILLI);
    assertThat(caller.echoed()).isEqualTo(1);
    assertThat(caller.strange()).isEqualTo(3);
  }

  private void echo(int index, long now) {
    caller.heard(Unpooled.wrappedBuffer(sent.get(index)), now);
  }
}
