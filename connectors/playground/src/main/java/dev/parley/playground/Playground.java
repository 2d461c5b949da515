package dev.parley.playground;

import static org.apache.pekko.http.javadsl.model.HttpMethods.GET;
import static org.apache.pekko.http.javadsl.model.HttpMethods.HEAD;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.HttpMethod;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.Allow;
import org.apache.pekko.http.javadsl.model.headers.EntityTag;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;

/**
 * Hands out the playground: a page at {@code /}, and its files. Immutable, once read; for any
 * thread.
 *
 * <p>It decides nothing about who may come: whoever runs the server checks {@code Host} and {@code
 * Origin} before. No key is needed for the page; the page needs one where the server does.
 */
public final class Playground extends AllDirectives {

  private final Map<String, PageFile> files;

  private Playground(Map<String, PageFile> files) {
    this.files = files;
  }

  /** The page as it is on the class path. */
  public static Playground read() {
    return new Playground(
        PageFiles.read().stream()
            .collect(Collectors.toUnmodifiableMap(PageFile::path, Function.identity())));
  }

  /** Answers for the page's own addresses, and rejects all others, so that other routes may. */
  public Route route() {
    return extractUnmatchedPath(
        path -> {
          PageFile file =
              files.get(path.length() <= 1 ? PageFiles.INDEX : path.substring(1)); // "" and "/"
          return file == null ? reject() : extractMethod(method -> answer(file, method));
        });
  }

  private Route answer(PageFile file, HttpMethod method) {
    if (!method.equals(GET) && !method.equals(HEAD)) {
      return complete(
          HttpResponse.create()
              .withStatus(StatusCodes.METHOD_NOT_ALLOWED)
              .addHeader(Allow.create(GET, HEAD))
              .withEntity("This address takes only the methods of the Allow header.\n"));
    }
    return respondWithHeaders(
        PageHeaders.ALL,
        () ->
            conditional(
                EntityTag.create(file.tag(), /* weak= */ false),
                () -> complete(HttpResponse.create().withEntity(file.entity()))));
  }
}
