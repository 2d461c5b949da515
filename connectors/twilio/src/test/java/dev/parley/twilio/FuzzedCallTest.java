package dev.parley.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sockets.WsFrame;
import dev.parley.twilio.messages.FromTwilio;
import dev.parley.twilio.messages.MessageWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Calls whose far end says anything. */
class FuzzedCallTest {

  private static WsFrame mutant(SplittableRandom random, int n) {
    FromTwilio message =
        switch (random.nextInt(5)) {
          case 0 -> new FromTwilio.Mark(n, "MZ1", "parley-" + random.nextInt(50));
          case 1 -> new FromTwilio.Dtmf(random.nextInt(n + 1), "MZ1", '5');
          case 2 -> new FromTwilio.Mark(n, "MZ1", "somebody else's");
          default ->
              new FromTwilio.Media(
                  n,
                  "MZ1",
                  random.nextBoolean() ? FromTwilio.Track.INBOUND : FromTwilio.Track.OUTBOUND,
                  random.nextInt(20) == 0 ? random.nextLong(1L << 39) : n,
                  random.nextInt(20) == 0 ? random.nextLong(1L << 39) : n * 20L,
                  new byte[random.nextInt(1, 400)]);
        };
    byte[] utf8 = MessageWriter.write(message);
    byte[] sick = utf8.clone();
    sick[random.nextInt(utf8.length)] = (byte) random.nextInt(256);
    if (new String(sick, StandardCharsets.UTF_8).contains("\"streamSid\":\"MZ1\"")) {
      utf8 = sick; // one of another stream would end the call, as it should
    }
    return random.nextInt(200) == 0 ? new WsFrame.Binary(utf8) : new WsFrame.Text(utf8);
  }

  /** Half a minute of nonsense does no harm: the call goes on, and ends as a call does. */
  @Test
  void fuzzedMessages_doNotBreakTheCall() {
    RawFarEnd.Socket[] socket = new RawFarEnd.Socket[1];
    RawFarEnd far = new RawFarEnd().settings(s -> s.withLine(s.line().withMostBad(10_000)));
    far.run(
        Duration.ofMinutes(3),
        door -> {
          SplittableRandom random = new SplittableRandom(11);
          socket[0] = door.open().send(RawFarEnd.start("CA1", "MZ1", door.nonce("CA1")));
          for (int i = 2; i < 3_002; i++) {
            int n = i;
            door.after(Duration.ofMillis(10L * n), () -> socket[0].send(mutant(random, n)));
          }
          door.after(Duration.ofSeconds(29), () -> assertThat(door.calls()).isEqualTo(1));
          door.after(
              Duration.ofSeconds(40),
              () -> socket[0].send(new FromTwilio.Stop(20_000, "MZ1", "CA1")));
        });
    assertThat(far.summaries).hasSize(1);
    assertThat(far.summaries.getFirst().failed()).isFalse();
    assertThat(far.summaries.getFirst().bad()).isPositive();
  }
}
