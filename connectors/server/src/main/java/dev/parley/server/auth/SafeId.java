package dev.parley.server.auth;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fence between what a client calls itself and our headers and logs: 1 to 64 letters, digits,
 * {@code _} and {@code -} pass; everything else is replaced as a whole, so that nobody can write
 * lines of their own into either.
 */
public final class SafeId {

  /** What stands for an id that did not pass. */
  public static final String REPLACEMENT = "invalid";

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private SafeId() {}

  public static boolean isSafe(@Nullable String id) {
    return id != null && SAFE.matcher(id).matches();
  }

  /** The id if it is safe, else {@link #REPLACEMENT}. */
  public static String of(@Nullable String id) {
    return orElse(id, REPLACEMENT);
  }

  /** The id if it is safe, else the replacement, which is the server's own. */
  public static String orElse(@Nullable String id, String replacement) {
    return id != null && isSafe(id) ? id : replacement;
  }
}
