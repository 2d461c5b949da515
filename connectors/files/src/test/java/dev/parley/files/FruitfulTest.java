package dev.parley.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FruitfulTest {

  @Test
  void readerThatAsksOnAndOn_isStopped() throws IOException {
    Fruitful in = new Fruitful(new ByteArrayInputStream(new byte[] {1, 2}));
    assertThat(in.read()).isEqualTo(1);
    assertThat(in.read(new byte[4], 0, 4)).isEqualTo(1);
    assertThat(in.read()).isEqualTo(-1);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100; i++) {
                in.read(new byte[4], 0, i % 2);
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nowhere");
  }
}
