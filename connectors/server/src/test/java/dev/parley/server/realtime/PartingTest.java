package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.telemetry.CallEvent.Parted;
import dev.parley.sockets.WsFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartingTest {

  private final List<Parted> told = new ArrayList<>();
  private final Parting parting = new Parting(told::add);

  @Test
  void socketsClose_saysWhoItWas() {
    parting.bySocket(new WsFrame.Close(1009, "", /* ours= */ false));
    new Parting(told::add).bySocket(new WsFrame.Close(1009, "", /* ours= */ true));
    new Parting(told::add).bySocket(new WsFrame.Close(1006));
    new Parting(told::add).byNobody();

    assertThat(told)
        .containsExactly(
            new Parted(Parted.By.CLIENT, 1009),
            new Parted(Parted.By.SERVER, 1009),
            new Parted(Parted.By.LOST, 1006),
            new Parted(Parted.By.LOST, 1006));
  }

  @Test
  void first_isTold_andNoOther() {
    assertThat(parting.how()).isEmpty();
    parting.byServer(1001);
    parting.bySocket(new WsFrame.Close(1000));
    parting.byNobody();

    assertThat(told).containsExactly(new Parted(Parted.By.SERVER, 1001));
    assertThat(parting.how()).contains(new Parted(Parted.By.SERVER, 1001));
  }
}
