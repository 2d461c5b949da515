package dev.parley.server.limit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP answer that says no, before any upgrade, in the shape of OpenAI's errors: {@code
 * {"error":{"message","type","param","code"}}}.
 *
 * <p>The message is one sentence for the client. It never repeats what the client sent.
 *
 * @param status 400 to 599
 * @param type the kind of error, for instance {@code invalid_request_error}
 * @param code what programs compare, for instance {@code invalid_api_key}
 * @param param the field at fault, as a path
 * @param message what is wrong and what to do
 * @param retryAfter when it makes sense to try again
 */
public record Refusal(
    int status,
    String type,
    String code,
    Optional<String> param,
    String message,
    Optional<Duration> retryAfter) {

  public Refusal {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status must be 400 to 599, got " + status);
    }
    retryAfter.ifPresent(
        wait -> {
          if (wait.isNegative()) {
            throw new IllegalArgumentException("retryAfter must not be negative, got " + wait);
          }
        });
  }

  /** 400: the request says something that cannot be. */
  public static Refusal badRequest(String code, String param, String message) {
    return new Refusal(
        400, "invalid_request_error", code, Optional.of(param), message, Optional.empty());
  }

  /** 401: we do not know who this is. */
  public static Refusal unauthorized(String code, String message) {
    return new Refusal(
        401, "invalid_request_error", code, Optional.empty(), message, Optional.empty());
  }

  /** 403: we know enough to say that this may not be. */
  public static Refusal forbidden(String code, String message) {
    return new Refusal(
        403, "invalid_request_error", code, Optional.empty(), message, Optional.empty());
  }

  /** 429: this client has had its share. */
  public static Refusal tooMany(String message, Duration retryAfter) {
    return new Refusal(
        429, "requests", "rate_limit_exceeded", Optional.empty(), message, Optional.of(retryAfter));
  }

  /** 503: the server takes nobody now. */
  public static Refusal unavailable(String code, String message, Duration retryAfter) {
    return new Refusal(
        503, "server_error", code, Optional.empty(), message, Optional.of(retryAfter));
  }

  /** The body, in JSON. */
  public String json() {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("message", message);
    error.put("type", type);
    error.put("param", param.orElse(null));
    error.put("code", code);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("error", error);
    return body.toString();
  }

  /**
   * The headers that go with the body: its type, {@code Retry-After} in whole seconds rounded up,
   * and the challenge that RFC 9110 wants with a 401.
   */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    retryAfter.ifPresent(wait -> headers.put("Retry-After", Long.toString(wholeSeconds(wait))));
    if (status == 401) {
      headers.put("WWW-Authenticate", "Bearer");
    }
    return headers;
  }

  private static long wholeSeconds(Duration wait) {
    long up = wait.getNano() > 0 ? wait.getSeconds() + 1 : wait.getSeconds();
    return Math.max(1, up);
  }
}
