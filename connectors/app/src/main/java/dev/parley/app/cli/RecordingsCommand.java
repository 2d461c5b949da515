package dev.parley.app.cli;

import dev.parley.app.record.RecordingsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley recordings}. */
@Command(
    name = "recordings",
    description = {
      "List the recordings of a folder; export or delete those of one subject.",
      "Deleting works beside a running server: what it records of the subject ends, and leaves"
          + " nothing."
    })
public final class RecordingsCommand implements Callable<Integer> {

  /** What is to be done. */
  enum Action {
    LIST,
    EXPORT,
    DELETE
  }

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the recordings.")
  private Path folder = Path.of(".");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ACTION",
      description = "list (the default), export or delete.")
  private Action action = Action.LIST;

  @Option(
      names = "--subject",
      paramLabel = "S",
      description = "Whose recordings: as the client named the caller, or the caller's number.")
  private @Nullable String subject;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "With export: the folder to which they are copied.")
  private @Nullable Path target;

  @Override
  public Integer call() throws IOException {
    LoggerFactory.getILoggerFactory(); // by one thread, before many ask for it at once
    if (target != null && action != Action.EXPORT) {
      throw new IllegalArgumentException("--to goes with export");
    }
    switch (action) {
      case LIST -> RecordingsFolder.at(folder).list(Optional.ofNullable(subject), System.out);
      case EXPORT -> {
        String whose = whose();
        if (target == null) {
          throw new IllegalArgumentException("export needs --to DIR: where the copies go");
        }
        RecordingsFolder.at(folder).export(whose, target, System.out);
      }
      case DELETE -> {
        String whose = whose();
        RecordingsFolder.at(folder).delete(whose, System.out);
      }
    }
    return 0;
  }

  private String whose() {
    if (subject == null) {
      throw new IllegalArgumentException("export and delete need --subject S: whose recordings");
    }
    return subject;
  }
}
