package dev.parley.app.farend;

import dev.parley.audio.codec.Channels;
import dev.parley.audio.resample.Resampler;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import dev.parley.files.AudioFile;
import dev.parley.sockets.ClientSettings;
import dev.parley.sockets.SocketClient;
import dev.parley.twilio.sim.NetLine;
import dev.parley.twilio.sim.SimFaults;
import dev.parley.twilio.sim.SimResult;
import dev.parley.twilio.sim.SimScript;
import dev.parley.twilio.sim.TwilioSim;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Calls a server as Twilio would, with the caller in a recording, and tells how it went. */
public final class FarEnd {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FarEndSettings settings;
  private final PrintStream out;
  private final CountDownLatch over = new CountDownLatch(1);

  private FarEnd(FarEndSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /**
   * Makes the call; blocks until it is over. When the program is told to end meanwhile, the caller
   * hangs up, and the program lives until all is written.
   *
   * @param out where the summary goes
   * @throws FarEndFailure in one sentence, if it did not come about
   * @throws dev.parley.files.AudioFileException if there is no such caller
   */
  public static void call(FarEndSettings settings, PrintStream out)
      throws IOException, InterruptedException {
    new FarEnd(settings, out).call();
  }

  private void call() throws IOException, InterruptedException {
    Samples voice = voice();
    FarEndOutput file = FarEndOutput.at(settings.out());
    ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "twilio-sim");
    SocketClient client = SocketClient.start(system, ClientSettings.defaults());
    NetLine server = new NetLine(system, client, settings.server());
    HangUpLine line = new HangUpLine(server);
    Thread hook = new Thread(() -> hangUp(line), "hang-up");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      out.printf(
          "calling %s with %s, %.1f s%n",
          settings.server(), settings.file().getFileName(), length(voice).toMillis() / 1_000.0);
      SimResult result =
          TwilioSim.call(line, settings.call(), script(voice)).toCompletableFuture().get();
      tell(result, line.isHungUp(), file);
    } catch (ExecutionException e) {
      throw FarEndFailure.of(e, settings.server());
    } finally {
      over.countDown();
      forget(hook);
      server.close().whenCompleteAsync((closed, fault) -> system.terminate(), Runnable::run);
    }
  }

  private void tell(SimResult result, boolean hungUp, FarEndOutput file) throws IOException {
    if (result.streams().isEmpty()) {
      throw new FarEndFailure(
          "nobody takes the call: the server tells Twilio to "
              + result.last().stream()
                  .map(FarEndReport::told)
                  .collect(Collectors.joining(", then ")));
    }
    file.keep(result.streams());
    FarEndReport.lines(result, hungUp).forEach(out::println);
    out.println("listen     " + file.file() + ": the caller left, the agent right");
  }

  private Samples voice() {
    AudioFile file = AudioFile.open(settings.file());
    Samples all = file.load(settings.channel().map(Channels::only).orElseGet(Channels::mixdown));
    Resampler resampler = new Resampler(SimScript.RATE);
    resampler.negotiate(AudioFormat.pcm16(file.format().rate()));
    Samples[] whole = {Samples.silence(0)};
    resampler.accept(all, piece -> whole[0] = whole[0].append(piece));
    resampler.flush(piece -> whole[0] = whole[0].append(piece));
    return whole[0];
  }

  private SimScript script(Samples voice) {
    return new SimScript(
        voice,
        settings.keys(),
        settings.listen().map(span -> length(voice).plus(span)),
        SimFaults.none());
  }

  private static Duration length(Samples voice) {
    return Duration.ofMillis(voice.count() * 1_000L / SimScript.RATE);
  }

  private void hangUp(HangUpLine line) {
    line.hangUp();
    try {
      over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the program is ending already, and the hook is on its way out
    }
  }
}
