package dev.parley.playground.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium of our own, which ends with the test. */
final class Chromium implements AutoCloseable {

  private static final String LISTENING = "DevTools listening on ";
  private static final int PATIENCE = 60;
  private static final int FAREWELL = 10;

  private final Process process;
  private final Path profile;
  private final HttpClient http;
  private final Devtools devtools;

  private Chromium(Process process, Path profile, HttpClient http, Devtools devtools) {
    this.process = process;
    this.profile = profile;
    this.http = http;
    this.devtools = devtools;
  }

  /** Where the browser is, if this machine has one. */
  static Optional<Path> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts it, with this file as what its microphone hears, once; permission is given unasked. */
  static Chromium hearing(Path wav) throws Exception {
    return start(
        List.of(
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            "--use-file-for-fake-audio-capture=" + wav.toAbsolutePath() + "%noloop"));
  }

  /** Starts it with a microphone that nobody allows. */
  static Chromium forbidding() throws Exception {
    return start(List.of("--use-fake-device-for-media-stream", "--deny-permission-prompts"));
  }

  private static Chromium start(List<String> more) throws Exception {
    Path profile = Files.createTempDirectory("parley-chromium");
    List<String> command = new ArrayList<>();
    command.add(find().orElseThrow().toString());
    command.addAll(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-extensions",
            "--disable-component-update",
            "--disable-background-networking",
            "--autoplay-policy=no-user-gesture-required",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile));
    command.addAll(more);
    command.add("about:blank");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    CompletableFuture<String> url = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> read(process, url));
    HttpClient http = HttpClient.newHttpClient();
    try {
      Devtools devtools = new Devtools(http, url.get(PATIENCE, TimeUnit.SECONDS));
      return new Chromium(process, profile, http, devtools);
    } catch (Exception e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** Reads all it prints, so that it never waits for a reader. */
  private static void read(Process process, CompletableFuture<String> url) {
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(LISTENING)) {
          url.complete(line.substring(LISTENING.length()).strip());
        } else if (!url.isDone()) {
          said.append(line).append('\n');
        }
      }
    } catch (IOException e) {
      url.completeExceptionally(e);
    }
    url.completeExceptionally(new IOException("the browser ended:\n" + said));
  }

  /** Opens a page in a window of this size. */
  Tab open(String url, int width, int height) {
    String target =
        devtools
            .ask(null, "Target.createTarget", Map.of("url", "about:blank"))
            .path("targetId")
            .asText();
    String session =
        devtools
            .ask(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    Tab tab = new Tab(devtools, session);
    tab.size(width, height);
    tab.go(url);
    return tab;
  }

  @Override
  public void close() {
    try {
      devtools.ask(null, "Browser.close", Map.of());
    } finally {
      devtools.close();
      process
          .onExit()
          .completeOnTimeout(process, FAREWELL, TimeUnit.SECONDS)
          .thenAccept(late -> late.descendants().forEach(ProcessHandle::destroyForcibly))
          .join();
      process.destroyForcibly().onExit().orTimeout(FAREWELL, TimeUnit.SECONDS).join();
      http.shutdownNow();
      delete(profile);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
