package dev.parley.twilio.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks {@code X-Twilio-Signature}: the Base64 of an HMAC-SHA1, by the account's auth token, of
 * the address and the form's fields, each name followed by its value, in the order of the names.
 * Where a field comes several times, its values follow one another in their order, none twice, as
 * Twilio's own libraries have it.
 *
 * <p>Source: Twilio's documentation of webhook security. Safe for any thread.
 */
public final class Signatures {

  /** The header; requests for a WebSocket write it in lower case. */
  public static final String HEADER = "X-Twilio-Signature";

  private static final String HMAC = "HmacSHA1";

  private final PublicBase base;
  private final AuthTokens tokens;

  public Signatures(PublicBase base, AuthTokens tokens) {
    this.base = base;
    this.tokens = tokens;
  }

  /**
   * Whether Twilio has signed a request.
   *
   * @param target its path, and its query if it has one, as they were sent
   * @param form the fields of its body
   */
  public boolean ofRequest(
      Optional<String> signature, String target, Map<String, List<String>> form) {
    return isOneOf(signature, base.signedHttp(target), form);
  }

  /** Whether Twilio has signed a request for a WebSocket, which has no fields. */
  public boolean ofSocket(Optional<String> signature, String target) {
    return isOneOf(signature, base.signedWs(target), Map.of());
  }

  private boolean isOneOf(
      Optional<String> signature, Collection<String> addresses, Map<String, List<String>> form) {
    byte[] given = signature.orElse("").getBytes(StandardCharsets.UTF_8);
    boolean found = false;
    for (String token : tokens.all()) {
      for (String address : addresses) { // all of them, to take the same time whichever it is
        byte[] right = sign(token, address, form).getBytes(StandardCharsets.UTF_8);
        found |= MessageDigest.isEqual(right, given);
      }
    }
    return found;
  }

  /** Signs as Twilio does. */
  public static String sign(String token, String address, Map<String, List<String>> form) {
    StringBuilder text = new StringBuilder(address);
    new TreeMap<>(form)
        .forEach((name, values) -> new TreeSet<>(values).forEach(v -> text.append(name).append(v)));
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), HMAC));
      byte[] signature = mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA1; this one has not.", e);
    }
  }
}
