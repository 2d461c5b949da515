package dev.parley.app.cli;

import java.util.Objects;
import picocli.CommandLine.Command;

/** {@code parley version}. */
@Command(name = "version", description = "Say which Parley this is, and which Java runs it.")
public final class VersionCommand implements Runnable {

  @Override
  public void run() {
    String version =
        Objects.requireNonNullElse(
            VersionCommand.class.getPackage().getImplementationVersion(), "(unpacked)");
    System.out.println("parley " + version + ", Java " + Runtime.version());
  }
}
