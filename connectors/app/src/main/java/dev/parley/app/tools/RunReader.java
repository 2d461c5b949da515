package dev.parley.app.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how a tool is carried out, and refuses what is not allowed. */
final class RunReader {

  private static final Pattern TIME = Pattern.compile("([0-9]{1,5})(ms|s)");
  private static final Duration USUAL = Duration.ofSeconds(5);

  /** A session gives up a tool after 30 seconds. */
  private static final Duration LONGEST = Duration.ofSeconds(25);

  private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");

  private RunReader() {}

  /**
   * @param where what sentences begin with
   * @param variables those of the environment
   * @throws IllegalArgumentException in one sentence
   */
  static Run read(
      String where, JsonNode node, Allowed allowed, Path folder, Map<String, String> variables) {
    Members run = Members.of(where + ": run", node);
    if (run.has("command") == run.has("http")) {
      throw new IllegalArgumentException(
          where + " must run either a \"command\" or an \"http\" address");
    }
    if (run.has("command")) {
      run.only("command", "timeout");
      return command(where, run, allowed, folder, variables);
    }
    run.only("http", "method", "headers", "timeout");
    return http(where, run, allowed, variables);
  }

  private static Run command(
      String where, Members run, Allowed allowed, Path folder, Map<String, String> variables) {
    List<String> words = new ArrayList<>(run.texts("command"));
    if (words.isEmpty()) {
      throw new IllegalArgumentException(where + " has an empty command: name a program");
    }
    String program = words.getFirst();
    if (!allowed.command(program)) {
      throw new IllegalArgumentException(
          "%s runs \"%s\", which is not allowed: add it to commands in \"allow\", or remove the tool"
              .formatted(where, program));
    }
    words.set(
        0,
        find(program, folder, variables.getOrDefault("PATH", ""))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s runs \"%s\", which is no program here: install it, or correct its name"
                            .formatted(where, program)))
            .toString());
    return new Run.Command(words, timeout(where, run));
  }

  private static Optional<Path> find(String program, Path folder, String searched) {
    boolean isPath = program.contains("/") || program.contains(File.separator);
    List<Path> places =
        isPath
            ? List.of(folder)
            : Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(searched)
                .filter(place -> !place.isEmpty())
                .map(Path::of)
                .toList();
    return places.stream()
        .map(place -> place.resolve(program))
        .filter(found -> Files.isRegularFile(found) && Files.isExecutable(found))
        .findFirst();
  }

  private static Run http(
      String where, Members run, Allowed allowed, Map<String, String> variables) {
    String address = run.text("http").orElse("");
    URI uri = uri(address);
    boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!isWeb || uri.getHost() == null || uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          where
              + " has no address that can be asked: write one such as https://shop.example/stock");
    }
    if (!allowed.host(uri.getHost(), uri.getPort())) {
      throw new IllegalArgumentException(
          "%s asks \"%s\", which is not allowed: add it to hosts in \"allow\", or remove the tool"
              .formatted(where, uri.getHost()));
    }
    String method = run.text("method").orElse("POST");
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException(where + ": method must be POST, PUT or PATCH");
    }
    Headers headers = Headers.read(where, run.node().path("headers"), variables);
    return new Run.Http(uri, method, headers, timeout(where, run));
  }

  private static URI uri(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      return URI.create(""); // which nobody can ask, either
    }
  }

  private static Duration timeout(String where, Members run) {
    Optional<String> text = run.text("timeout");
    if (text.isEmpty()) {
      return USUAL;
    }
    Matcher matcher = TIME.matcher(text.get());
    if (matcher.matches()) {
      long count = Long.parseLong(matcher.group(1));
      Duration time =
          matcher.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count);
      if (time.isPositive() && time.compareTo(LONGEST) <= 0) {
        return time;
      }
    }
    throw new IllegalArgumentException(
        "%s: timeout must be a time up to %d s, such as \"5s\" or \"500ms\""
            .formatted(where, LONGEST.toSeconds()));
  }
}
