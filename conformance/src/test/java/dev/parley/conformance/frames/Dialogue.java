package dev.parley.conformance.frames;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conformance.frames.WireFrame.Side;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A connection from its first frame to its last, written by hand, and the ways to spoil it.
 * Immutable.
 *
 * <p>A file has one frame a line, {@code {"from": "server", "frame": {...}}}; {@code {"silence_ms":
 * 20}} stands for so much silence as base64, in PCM at 24 kHz.
 */
public record Dialogue(List<WireFrame> frames) {

  /** All that there are. */
  public static final List<String> NAMES =
      List.of(
          "text-turn",
          "audio-turn",
          "function-calls",
          "barge-in",
          "out-of-band",
          "items",
          "idle-timeout",
          "transcription",
          "agents-text-turn");

  private static final ObjectMapper JSON = new ObjectMapper();

  public Dialogue {
    frames = List.copyOf(frames);
  }

  /** Reads the one of that name. */
  public static Dialogue read(String name) {
    String path = "/dialogues/" + name + ".jsonl";
    try (InputStream in = Dialogue.class.getResourceAsStream(path)) {
      List<WireFrame> frames = new ArrayList<>();
      for (String line :
          new String(Objects.requireNonNull(in, path).readAllBytes(), UTF_8).lines().toList()) {
        JsonNode read = JSON.readTree(line);
        if (read.path("frame").path("audio").has("silence_ms")) {
          byte[] silence = new byte[48 * read.at("/frame/audio/silence_ms").asInt()];
          ((ObjectNode) read.path("frame"))
              .put("audio", Base64.getEncoder().encodeToString(silence));
        }
        Side from = read.path("from").asText().equals("server") ? Side.SERVER : Side.CLIENT;
        frames.add(new WireFrame(from, read.path("frame")));
      }
      return new Dialogue(frames);
    } catch (IOException e) {
      throw new AssertionError(path + " cannot be read", e);
    }
  }

  /** What the server says. */
  public Stream<JsonNode> server() {
    return frames.stream().filter(f -> f.isFrom(Side.SERVER)).map(WireFrame::json);
  }

  /** The n-th frame of a type, counted from 1, is missing. */
  public Dialogue without(String type, int n) {
    List<WireFrame> less = new ArrayList<>(frames);
    less.remove(find(type, n));
    return new Dialogue(less);
  }

  /** The n-th frame of a type says something else. */
  public Dialogue with(String type, int n, Consumer<ObjectNode> change) {
    List<WireFrame> other = new ArrayList<>(frames);
    int at = find(type, n);
    ObjectNode frame = frames.get(at).json().deepCopy();
    change.accept(frame);
    other.set(at, new WireFrame(frames.get(at).from(), frame));
    return new Dialogue(other);
  }

  /** Each frame of a type says something else. */
  public Dialogue withAll(String type, Consumer<ObjectNode> change) {
    Dialogue changed = this;
    int count = (int) frames.stream().filter(f -> f.type().equals(type)).count();
    for (int n = 1; n <= count; n++) {
      changed = changed.with(type, n, change);
    }
    return changed;
  }

  /** The n-th frame of a type comes directly behind the m-th of another. */
  public Dialogue moved(String type, int n, String behind, int m) {
    List<WireFrame> other = new ArrayList<>(frames);
    WireFrame frame = other.remove(find(type, n));
    other.add(new Dialogue(other).find(behind, m) + 1, frame);
    return new Dialogue(other);
  }

  /** The n-th frame of a type comes twice, the second time with another event id. */
  public Dialogue twice(String type, int n) {
    List<WireFrame> more = new ArrayList<>(frames);
    int at = find(type, n);
    ObjectNode again = frames.get(at).json().deepCopy();
    again.put("event_id", "event_again");
    more.add(at + 1, new WireFrame(frames.get(at).from(), again));
    return new Dialogue(more);
  }

  private int find(String type, int n) {
    int seen = 0;
    for (int i = 0; i < frames.size(); i++) {
      if (frames.get(i).type().equals(type) && ++seen == n) {
        return i;
      }
    }
    throw new AssertionError("there is no frame %d of type %s".formatted(n, type));
  }
}
