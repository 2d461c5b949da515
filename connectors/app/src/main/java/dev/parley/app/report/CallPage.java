package dev.parley.app.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The page to look at after a call: what happened and when, with the audio to play.
 *
 * <p>It is one file that asks the network for nothing. Its own scripts and styles are the only ones
 * that a browser will run, as the page names their hashes; what the report says is data to them and
 * never markup. Equal calls make equal pages.
 */
public final class CallPage {

  /**
   * The most bytes of audio that are put into the page; longer audio is linked to. In base64 it
   * stays below 32 MiB, beyond which Firefox refuses a {@code data:} address.
   */
  static final long MOST_EMBEDDED = 24_000_000;

  private static final List<String> SCRIPTS =
      List.of(
          "format.js",
          "call.js",
          "sheet.js",
          "marks.js",
          "overview.js",
          "timeline.js",
          "player.js",
          "tables.js",
          "page.js");
  private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z]+)}}");
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private CallPage() {}

  /** What the page's scripts are given, as JSON. */
  private record Content(CallReport report, Waveform waveform, Audio audio) {}

  /** How the page gets at its audio. The address of embedded audio is in the page already. */
  private record Audio(boolean embedded, String file) {}

  /**
   * Writes the page, in place of the one that may be there.
   *
   * @param target the page
   * @param report what is told
   * @param wav the call's audio, left the caller, right the agent; a page that only links to it
   *     expects it where it is now, seen from the page
   * @throws IOException also if the audio is not 16-bit PCM in two channels
   */
  public static void write(Path target, CallReport report, Path wav) throws IOException {
    Waveform waveform = Waveform.read(wav);
    boolean embedded = Files.size(wav) <= MOST_EMBEDDED;
    String link = link(target, wav);
    String data =
        json(new Content(report, waveform, new Audio(embedded, String.valueOf(wav.getFileName()))));
    String style = resource("call.css");
    String script = SCRIPTS.stream().map(CallPage::resource).collect(Collectors.joining("\n"));
    String template = resource("call.html");

    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      Matcher hole = HOLE.matcher(template);
      int written = 0;
      for (; hole.find(); written = hole.end()) {
        write(out, template.substring(written, hole.start()));
        switch (hole.group(1)) {
          case "policy" -> write(out, policy(style, script, embedded));
          case "style" -> write(out, style);
          case "data" -> write(out, data);
          case "script" -> write(out, script);
          case "audio" -> {
            if (embedded) {
              embed(out, wav);
            } else {
              write(out, link);
            }
          }
          default -> throw new IllegalStateException("nothing to put into " + hole.group());
        }
      }
      write(out, template.substring(written));
    }
  }

  private static String policy(String style, String script, boolean embedded) {
    return String.join(
        "; ",
        "default-src 'none'",
        "style-src '" + hash(style) + "'",
        "script-src '" + hash(script) + "'",
        "media-src " + (embedded ? "data:" : "'self' file:"),
        "base-uri 'none'",
        "form-action 'none'");
  }

  private static String hash(String inline) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java platform has SHA-256", e);
    }
  }

  /** JSON that cannot end the script element that it stands in. */
  private static String json(Content content) throws JsonProcessingException {
    return JSON.writeValueAsString(content)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  /** Where the audio is, seen from the page. Percent signs leave nothing in it to escape. */
  private static String link(Path target, Path wav) {
    Path from = target.toAbsolutePath().normalize().getParent();
    Path to = wav.toAbsolutePath().normalize();
    Path relative = from == null ? to : from.relativize(to);
    return StreamSupport.stream(relative.spliterator(), /* parallel= */ false)
        .map(name -> URLEncoder.encode(name.toString(), StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  private static void embed(OutputStream out, Path wav) throws IOException {
    write(out, "data:audio/wav;base64,");
    OutputStream staysOpen =
        new FilterOutputStream(out) {
          @Override
          public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
          }

          @Override
          public void close() {} // ends the base64, not the page
        };
    try (OutputStream base64 = Base64.getEncoder().wrap(staysOpen)) {
      Files.copy(wav, base64);
    }
  }

  /**
   * With the line ends that a browser sees, whatever the checkout made of them: they are hashed.
   */
  private static String resource(String name) {
    try (InputStream in = CallPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new IllegalStateException("the resource " + name + " cannot be read", e);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
