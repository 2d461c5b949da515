package dev.parley.app.cli;

import dev.parley.app.Failures;
import dev.parley.app.talk.Talk;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parley talk}. */
@Command(
    name = "talk",
    description = {
      "Hold a spoken conversation with the caller in a recording, or at the microphone.",
      "Writes what was said, what happened and when. Exit code 0: held, 1: failed, 2: asked"
          + " wrongly."
    })
public final class TalkCommand implements Callable<Integer> {

  /** Set by the launcher: whether standard output is a terminal. */
  private static final String TERMINAL = "parley.terminal";

  @Mixin private TalkOptions options = new TalkOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    LoggerFactory.getILoggerFactory(); // by one thread, before many ask for it at once
    Optional<Throwable> failure =
        Talk.hold(options.settings(), System.out, Boolean.getBoolean(TERMINAL));
    failure.ifPresent(
        why -> System.err.println("parley: the call failed: " + Failures.sentence(why)));
    return failure.isPresent() ? 1 : 0;
  }
}
