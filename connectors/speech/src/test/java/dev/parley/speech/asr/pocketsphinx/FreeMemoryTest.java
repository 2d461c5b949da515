package dev.parley.speech.asr.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FreeMemoryTest {

  private static final long GIGABYTE = 1L << 30;
  private static final List<String> MEMINFO =
      List.of(
          "MemTotal:        8388608 kB",
          "MemFree:          524288 kB",
          "MemAvailable:    6291456 kB",
          "HugePages_Total:       0",
          "");

  @Test
  void filesInMemory_countAsFree_whereTheKernelSaysSo() {
    assertThat(FreeMemory.bytes(MEMINFO, 8 * GIGABYTE, GIGABYTE / 2)).isEqualTo(6 * GIGABYTE);
  }

  @Test
  void container_hasItsOwnMemoryOnly() {
    assertThat(FreeMemory.bytes(MEMINFO, 2 * GIGABYTE, GIGABYTE / 2)).isEqualTo(GIGABYTE / 2);
  }

  @Test
  void otherSystems_andOldKernels_haveWhatTheJvmCallsFree() {
    assertThat(FreeMemory.bytes(List.of(), 8 * GIGABYTE, GIGABYTE)).isEqualTo(GIGABYTE);
    assertThat(FreeMemory.bytes(MEMINFO.subList(0, 2), 8 * GIGABYTE, GIGABYTE)).isEqualTo(GIGABYTE);
  }

  @Property(tries = 100)
  void lines_thatAreNone_doNoHarm(@ForAll List<String> lines) {
    assertThat(FreeMemory.bytes(lines, GIGABYTE, 5)).isEqualTo(5);
  }

  @Test
  void thisMachine_hasSome() {
    assertThat(FreeMemory.bytes().orElseThrow()).isPositive();
  }
}
