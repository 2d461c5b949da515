package dev.parley.playground;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpEntity;

/**
 * A file of the page, in memory.
 *
 * @param path where it is asked for, without the slash in front
 * @param tag changes whenever its bytes do
 */
record PageFile(String path, String tag, HttpEntity.Strict entity) {

  private static final String FOLDER = "page/";
  private static final int TAG_BYTES = 12;

  /** Reads a file of the page from the class path. */
  static PageFile read(String path) {
    try (InputStream in = PageFile.class.getResourceAsStream(FOLDER + path)) {
      if (in == null) {
        throw new IllegalStateException("the playground's " + path + " is not on the class path");
      }
      byte[] bytes = in.readAllBytes();
      return new PageFile(path, tag(bytes), HttpEntities.create(type(path), bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("the playground's " + path + " could not be read", e);
    }
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static ContentType type(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return switch (ending) {
      case "html" -> ContentTypes.TEXT_HTML_UTF8;
      case "css" -> ContentTypes.parse("text/css; charset=UTF-8");
      case "js" -> ContentTypes.parse("text/javascript; charset=UTF-8");
      case "svg" -> ContentTypes.parse("image/svg+xml");
      default -> throw new IllegalStateException("a page has no files such as " + path);
    };
  }
}
