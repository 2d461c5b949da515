package dev.parley.app;

import dev.parley.app.cli.ConfigCommand;
import dev.parley.app.cli.EvalCommand;
import dev.parley.app.cli.KeyCommand;
import dev.parley.app.cli.ModelsCommand;
import dev.parley.app.cli.PlanCommand;
import dev.parley.app.cli.RecordingsCommand;
import dev.parley.app.cli.ReplayCommand;
import dev.parley.app.cli.ServeCommand;
import dev.parley.app.cli.TalkCommand;
import dev.parley.app.cli.TwilioSimCommand;
import dev.parley.app.cli.VersionCommand;
import dev.parley.engine.dsp.Refused;
import dev.parley.files.AudioFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program {@code parley}.
 *
 * <p>Exit codes: 0 done, 1 failed, 2 asked wrongly. Whatever goes wrong is told in one sentence on
 * standard error.
 */
@Command(
    name = "parley",
    description = "A streaming engine for live speech.",
    synopsisSubcommandLabel = "COMMAND",
    footer = "%n'parley setup' builds, installs what is optional, and says what was found.",
    subcommands = {
      TalkCommand.class,
      ServeCommand.class,
      TwilioSimCommand.class,
      ReplayCommand.class,
      RecordingsCommand.class,
      ConfigCommand.class,
      KeyCommand.class,
      PlanCommand.class,
      EvalCommand.class,
      ModelsCommand.class,
      VersionCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements Runnable {

  private static final int FAILED = 1;

  /** Runs a command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command. */
  static int run(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    addHelp(line);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(
        (wrong, args) -> {
          String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
          String what =
              command.equals("parley") && args.length > 0 && !args[0].startsWith("-")
                  ? "there is no command \"" + args[0] + "\""
                  : wrong.getMessage();
          return tell(line, what + " (" + command + " --help tells more)", 2);
        });
    line.setExecutionExceptionHandler(
        (failure, failed, parsed) ->
            switch (failure) {
              case AudioFileException file -> tell(line, Failures.sentence(file), 2);
              case IllegalArgumentException wrong -> tell(line, Failures.sentence(wrong), 2);
              case Refused refused -> tell(line, Failures.sentence(refused), FAILED);
              default -> tell(line, Failures.sentence(failure), FAILED);
            });
    return line.execute(arguments);
  }

  private static void addHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            CommandLine.Model.OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    command
        .getSubcommands()
        .forEach(
            (name, inner) -> {
              if (!name.equals("help")) { // which has its own
                addHelp(inner);
              }
            });
  }

  private static int tell(CommandLine line, String sentence, int code) {
    line.getErr().println("parley: " + sentence);
    line.getErr().flush();
    return code;
  }

  /** Without a command, shows what there is. */
  @Override
  public void run() {
    CommandLine line = new CommandLine(new Main());
    addHelp(line);
    line.usage(System.out);
  }
}
