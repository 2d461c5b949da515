package dev.parley.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sockets.CloseCode;
import dev.parley.sockets.SocketServer;
import dev.parley.sockets.SocketSettings;
import dev.parley.sockets.SocketWatch;
import dev.parley.sockets.UpgradeAnswer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page as it comes over HTTP. */
class PlaygroundTest {

  private static final ActorSystem<Void> SYSTEM = ActorSystem.create(Behaviors.empty(), "pages");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static SocketServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        SocketServer.bind(
                SYSTEM,
                SocketSettings.defaults().withAddress("127.0.0.1", 0).withLoops(1),
                request -> CompletableFuture.completedStage(UpgradeAnswer.notMine()),
                Playground.read().route().flow(SYSTEM.classicSystem()),
                SocketWatch.none())
            .toCompletableFuture()
            .get(30, TimeUnit.SECONDS);
  }

  @AfterAll
  static void stop() throws Exception {
    HTTP.close();
    server
        .shutdown(CloseCode.GOING_AWAY, "", Duration.ofSeconds(1))
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
    SYSTEM.terminate();
    SYSTEM.getWhenTerminated().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static HttpResponse<String> ask(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.address().getPort() + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void root_isThePage() throws Exception {
    HttpResponse<String> page = ask("GET", "/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo(PageFolder.text("index.html"));
    assertThat(ask("GET", "/index.html").body()).isEqualTo(page.body());
  }

  @Test
  void files_haveTheTypesThatBrowsersInsistOn() throws Exception {
    for (String path : PageFolder.files()) {
      HttpResponse<String> file = ask("GET", "/" + path);
      assertThat(file.statusCode()).as(path).isEqualTo(200);
      assertThat(file.body()).as(path).isEqualTo(PageFolder.text(path));
      assertThat(header(file, "Content-Type").toLowerCase(java.util.Locale.ROOT))
          .as(path)
          .startsWith(
              switch (path.substring(path.lastIndexOf('.'))) {
                case ".js" -> "text/javascript";
                case ".css" -> "text/css";
                case ".svg" -> "image/svg+xml";
                default -> "text/html";
              });
    }
  }

  @Test
  void everyFile_isUnderThePolicy() throws Exception {
    for (String path : PageFolder.files()) {
      HttpResponse<String> file = ask("GET", "/" + path);
      assertThat(header(file, "Content-Security-Policy"))
          .as(path)
          .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
          .contains("frame-ancestors 'none'", "form-action 'none'", "base-uri 'none'")
          .doesNotContain("unsafe", "http:", "https:", "data:", "*");
      assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(file, "Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(header(file, "Permissions-Policy")).contains("microphone=(self)");
    }
  }

  @Test
  void fileThatIsKnown_isNotSentAgain() throws Exception {
    HttpResponse<String> first = ask("GET", "/main.js");
    String tag = header(first, "ETag");
    assertThat(tag).matches("\"[0-9a-f]{24}\"");
    assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");

    HttpResponse<String> again = ask("GET", "/main.js", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "ETag")).isEqualTo(tag);
    assertThat(ask("GET", "/main.js", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void head_isGetWithoutTheBody() throws Exception {
    HttpResponse<String> head = ask("HEAD", "/base.css");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "Content-Length"))
        .isEqualTo(header(ask("GET", "/base.css"), "Content-Length"));
  }

  @Test
  void otherMethods_areRefused() throws Exception {
    HttpResponse<String> refused = ask("POST", "/");
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(header(refused, "Allow")).isEqualTo("GET, HEAD");
  }

  @Test
  void everythingElse_isLeftToOthers() throws Exception {
    for (String path :
        new String[] {
          "/nothing",
          "/core",
          "/core/",
          "/page/main.js",
          "/main.js/",
          "//main.js",
          "/..%2fmain.js",
          "/PageFile.class",
          "/../package-info.java"
        }) {
      assertThat(ask("GET", path).statusCode()).as(path).isEqualTo(404);
    }
  }
}
