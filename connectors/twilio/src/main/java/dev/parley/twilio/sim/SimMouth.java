package dev.parley.twilio.sim;

import dev.parley.audio.codec.G711;
import dev.parley.sockets.WsFrame;
import dev.parley.twilio.messages.FromTwilio;
import dev.parley.twilio.messages.MessageWriter;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says what Twilio says, numbers it, and loses or mixes up some of it. One owner. */
final class SimMouth {

  private final SimCall call;
  private final SimFaults faults;
  private final Consumer<WsFrame> out;
  private final SplittableRandom random;
  private long sequence;
  private long chunk;
  private @Nullable WsFrame kept;

  SimMouth(SimCall call, SimFaults faults, Consumer<WsFrame> out) {
    this.call = call;
    this.faults = faults;
    this.out = out;
    random = new SplittableRandom(faults.seed());
  }

  void begin(Map<String, String> parameters) {
    out.accept(frame(new FromTwilio.Connected("Call", "1.0.0")));
    out.accept(
        frame(
            new FromTwilio.Start(
                ++sequence, call.streamSid(), call.callSid(), call.accountSid(), parameters)));
  }

  void media(short[] pcm, long millis) {
    byte[] mulaw = new byte[pcm.length];
    for (int i = 0; i < pcm.length; i++) {
      mulaw[i] = G711.toMulaw(pcm[i]);
    }
    say(
        new FromTwilio.Media(
            ++sequence, call.streamSid(), FromTwilio.Track.INBOUND, ++chunk, millis, mulaw));
  }

  void key(char key) {
    say(new FromTwilio.Dtmf(++sequence, call.streamSid(), key));
  }

  void mark(String name) {
    say(new FromTwilio.Mark(++sequence, call.streamSid(), name));
  }

  void stop() {
    flush();
    out.accept(frame(new FromTwilio.Stop(++sequence, call.streamSid(), call.callSid())));
  }

  private void say(FromTwilio message) {
    WsFrame frame = frame(message);
    if (random.nextDouble() < faults.drop()) {
      return;
    }
    if (kept == null && random.nextDouble() < faults.reorder()) {
      kept = frame; // until the next has gone
      return;
    }
    out.accept(frame);
    flush();
    if (random.nextDouble() < faults.duplicate()) {
      out.accept(frame);
    }
  }

  private void flush() {
    if (kept != null) {
      out.accept(kept);
      kept = null;
    }
  }

  private static WsFrame frame(FromTwilio message) {
    return new WsFrame.Text(MessageWriter.write(message));
  }
}
