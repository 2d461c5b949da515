package dev.parley.benchmarks.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AppendFramesTest {

  private static final UnpooledByteBufAllocator MEMORY = UnpooledByteBufAllocator.DEFAULT;

  private final byte[][] room = Sound.room(3);
  private final AppendFrames frames = new AppendFrames(room);

  @Test
  void frame_isAMaskedTextOfTheEvent() throws Exception {
    ByteBuf frame = frames.frame(4, MEMORY);
    assertThat(frame.getUnsignedByte(0)).isEqualTo((short) 0x81);
    assertThat(frame.getUnsignedByte(1)).isEqualTo((short) (0x80 | 126));
    assertThat(frame.getUnsignedShort(2)).isEqualTo(frames.payloadBytes());
    JsonNode event = new ObjectMapper().readTree(unmasked(frame));
    assertThat(event.path("type").asText()).isEqualTo("input_audio_buffer.append");
    assertThat(Base64.getDecoder().decode(event.path("audio").asText())).isEqualTo(room[1]);
  }

  @Property
  void number_comesBackFromTheEcho(@ForAll @IntRange(max = AppendFrames.NUMBERS - 1) int number) {
    byte[] text = unmasked(frames.numbered(number, MEMORY));
    assertThat(AppendFrames.number(Unpooled.wrappedBuffer(text))).isEqualTo(number);
    assertThat(text).hasSize(frames.payloadBytes());
  }

  @Test
  void otherText_hasNoNumber() {
    assertThat(AppendFrames.number(Unpooled.wrappedBuffer(new byte[10]))).isEqualTo(-1);
    assertThat(AppendFrames.number(Unpooled.wrappedBuffer(new byte[100]))).isEqualTo(-1);
  }

  @Test
  void shortFrames_haveAShortHeader() {
    byte[] frame = ClientFrame.text("{}");
    assertThat(frame).hasSize(2 + 4 + 2);
    assertThat(frame[1]).isEqualTo((byte) (0x80 | 2));
    assertThat(ClientFrame.head(125)).isEqualTo(6);
    assertThat(ClientFrame.head(126)).isEqualTo(8);
  }

  private static byte[] unmasked(ByteBuf frame) {
    byte[] bytes = new byte[frame.readableBytes()];
    frame.readBytes(bytes);
    byte[] payload = Arrays.copyOfRange(bytes, 8, bytes.length);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= bytes[4 + i % 4];
    }
    return payload;
  }
}
