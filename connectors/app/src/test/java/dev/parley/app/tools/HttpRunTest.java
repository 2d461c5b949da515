package dev.parley.app.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tools that are servers, of the good and of the bad kind. */
class HttpRunTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  private static final Headers HEADERS =
      new Headers(Map.of("Authorization", "Bearer key-1", "accept", "application/json"));

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger strays = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/echo", exchange -> answer(exchange, 200, exchange.getRequestBody().readAllBytes()));
    server.createContext(
        "/head",
        exchange ->
            answer(
                exchange,
                200,
                (exchange.getRequestMethod()
                        + " "
                        + exchange.getRequestHeaders().getFirst("Content-Type"))
                    .getBytes(StandardCharsets.UTF_8)));
    server.createContext(
        "/headers",
        exchange ->
            answer(
                exchange,
                200,
                text(
                    "sent "
                        + exchange.getRequestHeaders().get("Authorization")
                        + " "
                        + exchange.getRequestHeaders().get("Accept"))));
    server.createContext("/broken", exchange -> answer(exchange, 500, text("secret")));
    server.createContext("/rubbish", exchange -> answer(exchange, 200, new byte[] {-1, -2}));
    server.createContext("/half", exchange -> answer(exchange, 200, text("{\"a\":")));
    server.createContext("/long", exchange -> answer(exchange, 200, new byte[70_000]));
    server.createContext("/elsewhere", this::redirect);
    server.createContext("/stray", exchange -> strays.incrementAndGet());
    server.createContext("/hang", exchange -> hang());
    server.createContext("/drip", this::drip);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Location", "/stray");
    answer(exchange, 307, text("go there"));
  }

  private void hang() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Heads come at once, and a body that never ends. */
  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    body.write('x');
    body.flush();
    hang();
  }

  private HttpRun tool(String path, String method, Duration timeout) {
    URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + path);
    return new HttpRun(HttpRun.client(), new Run.Http(uri, method, HEADERS, timeout));
  }

  private String call(String path) throws Exception {
    return tool(path, "POST", LONG).call("{\"code\":\"A\u00e9\"}");
  }

  @Test
  void arguments_areTheBody_andTheAnswerIsTheOthers() throws Exception {
    assertThat(call("/echo")).isEqualTo("{\"code\":\"A\u00e9\"}");
    assertThat(tool("/head", "PUT", LONG).call("{}")).isEqualTo("PUT application/json");
  }

  @Test
  void headers_areSent_inPlaceOfOurs_andNeverShown() throws Exception {
    assertThat(call("/headers")).isEqualTo("sent [Bearer key-1] [application/json]");
    assertThat(HEADERS).hasToString("Headers[2]");
    assertThat(new Run.Http(URI.create("http://h/"), "POST", HEADERS, LONG).toString())
        .doesNotContain("key-1");
  }

  @Test
  void statusOfAnError_isTold_andItsBodyIsNot() {
    assertThatThrownBy(() -> call("/broken"))
        .isInstanceOf(ToolFailed.class)
        .hasMessage("the tool answered with status 500");
    assertThatThrownBy(() -> call("/nowhere")).hasMessage("the tool answered with status 404");
  }

  @Test
  void redirect_isNotFollowed() {
    assertThatThrownBy(() -> call("/elsewhere")).hasMessage("the tool answered with status 307");
    assertThat(strays).hasValue(0);
  }

  @Test
  void rubbish_isAnError() {
    assertThatThrownBy(() -> call("/rubbish")).hasMessageContaining("is no text");
    assertThatThrownBy(() -> call("/half")).hasMessageContaining("broken JSON");
    assertThatThrownBy(() -> call("/long")).hasMessage("the tool answered with more than 64 kB");
  }

  @Test
  void serverThatHangs_isGivenUp() {
    assertThatThrownBy(() -> tool("/hang", "POST", SHORT).call("{}"))
        .isInstanceOf(ToolFailed.class)
        .hasMessage("the tool did not answer in time");
    assertThatThrownBy(() -> tool("/drip", "POST", SHORT).call("{}"))
        .isInstanceOf(ToolFailed.class)
        .hasMessage("the tool did not answer in time");
  }

  @Test
  void serverThatIsNotThere_isAnError() {
    HttpRun tool = tool("/echo", "POST", LONG);
    server.stop(0);
    assertThatThrownBy(() -> tool.call("{}"))
        .isInstanceOf(ToolFailed.class)
        .hasMessage("the tool's server cannot be reached");
  }
}
