package dev.parley.app.tools;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Carries a tool out by a request: arguments in its body, the answer in that of the response. Never
 * follows to another address. Blocks; safe for several threads at once.
 */
final class HttpRun {

  private static final int OK = 200;
  private static final int NO_LONGER_OK = 300;

  private final HttpClient client;
  private final Run.Http run;

  HttpRun(HttpClient client, Run.Http run) {
    this.client = client;
    this.run = run;
  }

  /** A client that goes where it is sent, and nowhere else. */
  static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  String call(String arguments) throws IOException, InterruptedException, ToolFailed {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(run.uri())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/plain")
            .method(
                run.method(),
                HttpRequest.BodyPublishers.ofString(arguments, StandardCharsets.UTF_8));
    run.headers().byName().forEach(request::setHeader);
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request.build(), head -> new BoundedBody(Output.LONGEST));
    try { // the time-out of a request would not cover a body that never ends
      HttpResponse<byte[]> response = sent.get(run.timeout().toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() < OK || response.statusCode() >= NO_LONGER_OK) {
        throw new ToolFailed("the tool answered with status " + response.statusCode());
      }
      return Output.of(response.body());
    } catch (TimeoutException e) {
      throw new ToolFailed("the tool did not answer in time");
    } catch (ExecutionException e) {
      throw failed(e);
    } finally {
      sent.cancel(/* mayInterruptIfRunning= */ true);
    }
  }

  private static ToolFailed failed(Throwable why) {
    for (Throwable cause = why; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case BoundedBody.TooLong tooLong -> {
          return Output.tooLong();
        }
        case HttpTimeoutException late -> {
          return new ToolFailed("the tool did not answer in time");
        }
        case ConnectException nobody -> {
          return new ToolFailed("the tool's server cannot be reached");
        }
        case SSLException untrusted -> {
          return new ToolFailed("the tool's server is not to be trusted: see its certificate");
        }
        default -> {}
      }
    }
    return new ToolFailed("the connection to the tool's server broke");
  }
}
