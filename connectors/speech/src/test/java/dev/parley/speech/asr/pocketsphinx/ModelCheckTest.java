package dev.parley.speech.asr.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ModelCheckTest {

  private static final byte[] HEADER =
      "s3\nversion 1.0\nchksum0 yes\nendhdr\n".getBytes(StandardCharsets.US_ASCII);

  @Test
  void isSound_ofACompleteFile_isTrueInBothByteOrders() {
    assertThat(ModelCheck.isSound(file(ByteOrder.LITTLE_ENDIAN))).isTrue();
    assertThat(ModelCheck.isSound(file(ByteOrder.BIG_ENDIAN))).isTrue();
  }

  @Property(tries = 100)
  void isSound_ofAShorterFile_isFalse(@ForAll @IntRange(min = 0, max = 50) int length) {
    byte[] whole = file(ByteOrder.LITTLE_ENDIAN);
    assertThat(ModelCheck.isSound(Arrays.copyOf(whole, Math.min(length, whole.length - 1))))
        .isFalse();
  }

  @Property(tries = 100)
  void isSound_withAnotherBit_isFalse(@ForAll @IntRange(min = 0, max = 127) int bit) {
    byte[] bytes = file(ByteOrder.LITTLE_ENDIAN);
    bytes[HEADER.length + 4 + bit / 8] ^= (byte) (1 << bit % 8);
    assertThat(ModelCheck.isSound(bytes)).isFalse();
  }

  @Test
  void isWholeDefinition_comparesTheLengthWithTheNumbers() {
    ByteBuffer file = ByteBuffer.allocate(12 + 4 + 40 + 8 * 2 + 12 * 3 + 2 * 5 * 3);
    file.order(ByteOrder.LITTLE_ENDIAN);
    file.put("BMDF".getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(4).putInt(0);
    for (int number : new int[] {1, 3, 3, 3, 3, 1, 5, 3, 2, 0}) {
      file.putInt(number);
    }
    assertThat(ModelCheck.isWholeDefinition(file.array())).isTrue();
    assertThat(ModelCheck.isWholeDefinition(Arrays.copyOf(file.array(), 130))).isFalse();
    assertThat(ModelCheck.isWholeDefinition(Arrays.copyOf(file.array(), 20))).isFalse();
    assertThat(ModelCheck.isWholeDefinition(new byte[0])).isFalse();
  }

  private static byte[] file(ByteOrder order) {
    int[] words = {7, -1, 1 << 30};
    ByteBuffer file = ByteBuffer.allocate(HEADER.length + 4 * (words.length + 2)).order(order);
    file.put(HEADER).putInt(0x11223344);
    int sum = 0;
    for (int word : words) {
      file.putInt(word);
      sum = (sum << 20 | sum >>> 12) + word;
    }
    return file.putInt(sum).array();
  }
}
