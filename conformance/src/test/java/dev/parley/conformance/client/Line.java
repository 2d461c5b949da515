package dev.parley.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.helpers.RealtimeWebSocketOptions;
import dev.parley.conformance.schema.FrameSchemas;
import dev.parley.conformance.server.ServerUnderTest;
import dev.parley.conformance.server.Setup;
import dev.parley.conformance.tap.FrameTap;
import dev.parley.conformance.tap.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives tests connections to a server, with a tap in between, and fails each test in whose course a
 * frame was wrong. Servers of the same setup are shared and live until the last test is over.
 *
 * <p>{@code @RegisterExtension final Line line = Line.to(SETUP);}
 */
public final class Line implements BeforeEachCallback, AfterEachCallback {

  /** The model that clients name. */
  public static final String MODEL = "parley";

  private static final ExtensionContext.Namespace SERVERS =
      ExtensionContext.Namespace.create(Line.class);
  private static final FrameSchemas SCHEMAS = new FrameSchemas();

  private final Setup setup;
  private final Function<Setup, ServerUnderTest> start;
  private final List<AutoCloseable> open = new ArrayList<>();
  private @Nullable FrameTap tap;
  private int port;

  private Line(Setup setup, Function<Setup, ServerUnderTest> start) {
    this.setup = setup;
    this.start = start;
  }

  /** A line to a server of this setup. */
  public static Line to(Setup setup) {
    return new Line(setup, ServerUnderTest::start);
  }

  /** A line to a server that is started in another way. */
  public static Line to(Setup setup, Function<Setup, ServerUnderTest> start) {
    return new Line(setup, start);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    ServerUnderTest server =
        context
            .getRoot()
            .getStore(SERVERS)
            .getOrComputeIfAbsent(setup, start, ServerUnderTest.class); // closed by the store
    port = server.port();
    if (!setup.tls()) {
      tap = new FrameTap(port, SCHEMAS);
      port = tap.port();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
    if (tap != null) {
      tap.close();
      String transcript =
          tap.recordings().stream().map(Recording::transcript).collect(Collectors.joining("\n"));
      String all = context.getExecutionException().isPresent() ? transcript : "";
      assertThat(tap.violations()).as("frames against the contract\n" + transcript).isEmpty();
      assertThat(all).as("the frames of this failed test").isEmpty();
    }
  }

  /** Where clients connect to: the tap's port; with TLS, which cannot be tapped, the server's. */
  public int port() {
    return port;
  }

  /** What clients are told as base URL. */
  public String url() {
    String host = setup.tls() ? "https://localhost:" : "http://127.0.0.1:";
    return host + port + "/v1";
  }

  /** The key that the server lets in, or any. */
  public String key() {
    return setup.key().orElse("unused");
  }

  /** A conversation, and its first event heard. */
  public Caller call() {
    Caller caller = connect(RealtimeWebSocketOptions.builder().model(MODEL).build());
    caller.await("session.created");
    return caller;
  }

  /** A transcription session, and its first event heard. */
  public Caller transcription() {
    Caller caller = connect(RealtimeWebSocketOptions.builder().transcription().build());
    caller.await("session.created");
    return caller;
  }

  /** A connection with another key. */
  public Caller call(String key) {
    return keep(
        Caller.connect(port(), key, RealtimeWebSocketOptions.builder().model(MODEL).build()));
  }

  private Caller connect(RealtimeWebSocketOptions options) {
    return keep(Caller.connect(port(), key(), options));
  }

  /** A connection for text that no official client sends. */
  public RawCaller raw() throws InterruptedException {
    RawCaller caller = keep(new RawCaller(port(), "model=" + MODEL));
    caller.await("session.created");
    return caller;
  }

  /** A client for requests. */
  public OpenAIClient rest(String key) {
    OpenAIClient client =
        OpenAIOkHttpClient.builder().baseUrl(url()).apiKey(key).maxRetries(0).build();
    open.add(client::close);
    return client;
  }

  /** What went over the connections so far. */
  public List<Recording> recordings() {
    return tap == null ? List.of() : tap.recordings();
  }

  private <T extends AutoCloseable> T keep(T one) {
    open.add(one);
    return one;
  }
}
