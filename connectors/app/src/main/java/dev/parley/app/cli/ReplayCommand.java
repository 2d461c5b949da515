package dev.parley.app.cli;

import dev.parley.app.Catalogue;
import dev.parley.app.record.ReplayChange;
import dev.parley.app.record.ReplayRun;
import dev.parley.recorder.file.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley replay}. */
@Command(
    name = "replay",
    description = {
      "Run recorded sessions again through today's code, and say whether it does the same.",
      "The model is not asked again: what it gave then, it gives again. Exit code 0: the same, 1:"
          + " different, 2: a recording cannot be read, or asked wrongly."
    })
public final class ReplayCommand implements Callable<Integer> {

  private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})(ms|s)");

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Recordings, or folders of them. Of one it tells more than of many.")
  private List<Path> files = List.of();

  @Option(
      names = "--out",
      paramLabel = "ZIP",
      description = "Keep the replay's own recording here, which goes with one FILE.")
  private @Nullable Path out;

  @Option(
      names = "--vad",
      paramLabel = "NAME",
      description = "Another speech detector, with its own settings: silero, webrtc or energy.")
  private @Nullable String detector;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description =
          "How clear speech has to be as the call begins, 0 to 1; 0.5 is as it was recorded.")
  private @Nullable Double threshold;

  @Option(
      names = "--silence",
      paramLabel = "TIME",
      description = "How long a silence ends a turn as the call begins, such as 300ms or 1s.")
  private @Nullable String silence;

  @Override
  public Integer call() {
    LoggerFactory.getILoggerFactory(); // by one thread, before many ask for it at once
    if (detector != null) {
      String name = detector;
      Named.by("--vad", () -> Catalogue.detector(name));
    }
    ReplayRun run =
        new ReplayRun(
            new ReplayChange(
                Optional.ofNullable(detector),
                Optional.ofNullable(threshold),
                Optional.ofNullable(silence).map(ReplayCommand::span)),
            System.out);
    try {
      List<Path> all = ReplayRun.files(files);
      if (files.size() > 1 || Files.isDirectory(files.getFirst())) {
        if (out != null) {
          throw new IllegalArgumentException("--out goes with one recording, not with many");
        }
        return run.all(all);
      }
      return run.one(all.getFirst(), kept(all.getFirst()));
    } catch (RecordingException e) {
      throw new IllegalArgumentException(sentence(e), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the replay's recording cannot be written: " + e.getMessage(), e);
    }
  }

  private Optional<Path> kept(Path file) throws IOException {
    if (out == null) {
      return Optional.empty();
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException("--out " + out + ": its folder does not exist");
    }
    if (Files.exists(out) && Files.exists(file) && Files.isSameFile(out, file)) {
      throw new IllegalArgumentException("--out " + out + " is the recording: name another file");
    }
    return Optional.of(out);
  }

  /** Says which file, if it does not yet. */
  private String sentence(RecordingException why) {
    String message = String.valueOf(why.getMessage());
    Path file = files.getFirst();
    return message.contains(String.valueOf(file.getFileName())) ? message : file + ": " + message;
  }

  private static Duration span(String text) {
    Matcher found = SPAN.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "--silence must be a time such as 300ms or 1s, got \"" + text + "\"");
    }
    long n = Long.parseLong(found.group(1));
    return found.group(2).equals("s") ? Duration.ofSeconds(n) : Duration.ofMillis(n);
  }
}
