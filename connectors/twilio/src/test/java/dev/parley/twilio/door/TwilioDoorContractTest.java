package dev.parley.twilio.door;

import dev.parley.engine.door.Door;
import dev.parley.sockets.WsFrame;
import dev.parley.testkit.contract.DoorContract;
import dev.parley.twilio.messages.FromTwilio;
import dev.parley.twilio.messages.MessageWriter;
import java.util.Map;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/** The door of a stream whose caller goes on and on; the socket ends when the door says so. */
class TwilioDoorContractTest extends DoorContract {

  @Override
  protected Door door() {
    Source<WsFrame, NotUsed> caller =
        Source.range(1, Integer.MAX_VALUE)
            .map(
                n ->
                    new WsFrame.Text(
                        MessageWriter.write(
                            new FromTwilio.Media(
                                n + 1L,
                                "MZ1",
                                FromTwilio.Track.INBOUND,
                                n,
                                n * 20L,
                                new byte[160]))));
    return new TwilioDoor(
        LineSettings.defaults(),
        new FromTwilio.Start(1, "MZ1", "CA1", "AC1", Map.of()),
        Flow.fromSinkAndSourceCoupled(Sink.ignore(), caller),
        "pekko.actor.default-dispatcher",
        departure -> {});
  }
}
