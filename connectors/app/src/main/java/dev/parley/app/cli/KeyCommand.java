package dev.parley.app.cli;

import dev.parley.server.auth.Account;
import dev.parley.server.auth.ApiKey;
import java.security.SecureRandom;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parley key}. */
@Command(name = "key", description = "Make keys for clients.", synopsisSubcommandLabel = "COMMAND")
public final class KeyCommand implements Runnable {

  @Override
  public void run() {
    throw new IllegalArgumentException("say what: parley key new [--account NAME]");
  }

  @Command(name = "new", description = "Make a key: shown this once, and its hash for parley.conf.")
  void make(
      @Option(
              names = "--account",
              paramLabel = "NAME",
              defaultValue = "default",
              description = "Whose key it is (default: ${DEFAULT-VALUE}).")
          String account) {
    ApiKey key = ApiKey.generate(new SecureRandom());
    String hash = key.hash().encoded();
    Account.of(account, List.of(hash)); // refuses a name that no account can have
    System.out.println("The key, for its owner; it is shown this once:");
    System.out.println("  " + key.secret().text());
    System.out.println("The line for parley.conf, which holds no secret:");
    System.out.println("  keys." + account + ".key = \"" + hash + "\"");
  }
}
