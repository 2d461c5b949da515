package dev.parley.app.talk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.app.Catalogue;
import dev.parley.app.tools.Toolkit;
import dev.parley.audio.codec.Channels;
import dev.parley.audio.turn.Eagerness;
import dev.parley.engine.conversation.Effort;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Backend;
import dev.parley.files.AudioFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The sample call, held in virtual time, and what it left behind.
 *
 * @param out its folder
 * @param view what was shown of it
 * @param failure why it failed, if it did
 */
record HeldCall(Path out, String view, Optional<Throwable> failure) {

  static HeldCall with(Backend model, Path out) throws IOException, InterruptedException {
    return with(model, Toolkit.none(), out);
  }

  static HeldCall with(Backend model, Toolkit tools, Path out)
      throws IOException, InterruptedException {
    return with(model, tools, out, /* record= */ Optional.empty());
  }

  static HeldCall with(Backend model, Toolkit tools, Path out, Optional<Path> record)
      throws IOException, InterruptedException {
    TalkSettings settings =
        new TalkSettings(
            /* file= */ Optional.empty(),
            /* channel= */ Optional.empty(),
            out,
            model,
            Catalogue.detector(Catalogue.bestDetector()),
            Eagerness.MEDIUM,
            tools,
            Effort.MEDIUM,
            /* fast= */ true,
            /* microphone= */ false,
            /* headphones= */ false,
            record);
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    try (PrintStream view = new PrintStream(shown, /* autoFlush= */ true, StandardCharsets.UTF_8)) {
      Optional<Throwable> failure = Talk.hold(settings, view, /* terminal= */ false);
      return new HeldCall(out, shown.toString(StandardCharsets.UTF_8), failure);
    }
  }

  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.resolve("call.json").toFile());
  }

  List<JsonNode> turns() throws IOException {
    return list(json().get("turns"));
  }

  List<JsonNode> interruptions() throws IOException {
    return list(json().get("interruptions"));
  }

  Samples caller() {
    return AudioFile.open(out.resolve("call.wav")).load(Channels.only(0));
  }

  Samples agent() {
    return AudioFile.open(out.resolve("call.wav")).load(Channels.only(1));
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), /* parallel= */ false).toList();
  }
}
