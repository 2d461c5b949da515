package dev.parley.app.cli;

import dev.parley.app.Catalogue;
import dev.parley.app.record.TalkRecorder;
import dev.parley.app.talk.TalkSettings;
import dev.parley.app.tools.Toolkit;
import dev.parley.app.tools.Toolkits;
import dev.parley.audio.turn.Eagerness;
import dev.parley.engine.conversation.Effort;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Voice;
import dev.parley.speech.FreeTtsVoice;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code talk} and {@code plan} can both be asked. */
final class TalkOptions {

  /** Whether a talk keeps to the clock on the wall. */
  enum Pace {
    REAL,
    FAST
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The caller: WAV or FLAC. Without it, a sample call is spoken.")
  private @Nullable Path file;

  @Option(
      names = "--channel",
      paramLabel = "N",
      description = "The caller's channel in FILE, from 0. Without it, all are mixed.")
  private @Nullable Integer channel;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "parley-call",
      description = "Where call.wav, call.json and call.html go (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("parley-call");

  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = "scripted",
      description =
          "scripted[:think=150ms,reply=4s,tool=NAME], echo[:think=100ms], script:FILE or"
              + " cascade[:RECOGNISER] (default: ${DEFAULT-VALUE}).")
  private String model = "scripted";

  @Option(
      names = "--tools",
      paramLabel = "FILE",
      description =
          "What the model may have done: a file of your own tools, examples or none (default:"
              + " examples for the cascade, none for others).")
  private @Nullable String tools;

  @Option(
      names = "--effort",
      paramLabel = "E",
      description =
          "How hard the model thinks: minimal, low, medium, high or xhigh (default: what the model"
              + " prefers, medium for the cascade).")
  private @Nullable Effort effort;

  @Mixin private DetectorOption detector = new DetectorOption();

  @Option(
      names = "--eagerness",
      paramLabel = "E",
      defaultValue = "medium",
      description = "How soon silence ends a turn: low, medium or high (default: medium).")
  private Eagerness eagerness = Eagerness.MEDIUM;

  @Option(
      names = "--pace",
      paramLabel = "P",
      defaultValue = "real",
      description =
          "real: as long as it takes; fast: in virtual time, the same bytes on every run (default:"
              + " real).")
  private Pace pace = Pace.REAL;

  @Option(names = "--mic", description = "The caller is at the microphone; Ctrl-C hangs up.")
  private boolean microphone;

  @Option(
      names = "--headphones",
      description = "With --mic: it does not hear the loudspeaker, so you can interrupt.")
  private boolean headphones;

  @Option(
      names = "--record",
      paramLabel = "DIR",
      description =
          "Keep the talk in this folder as a recording that 'parley replay' runs again. You are the"
              + " caller, or have their audio: nobody else is asked.")
  private @Nullable Path record;

  TalkSettings settings() {
    if (channel != null && channel < 0) {
      throw new IllegalArgumentException("--channel counts from 0, got " + channel);
    }
    if (record != null) {
      TalkRecorder.check(record);
    }
    Voice voice = new FreeTtsVoice();
    Backend backend = Named.by("--model", () -> Catalogue.model(model, voice));
    Toolkit toolkit =
        Named.by(
            "--tools",
            () -> Toolkits.find(Optional.ofNullable(tools), backend.name(), Path.of("")));
    voice.speak("a", piece -> false); // loaded now, or the first reply would wait for it
    return new TalkSettings(
        Optional.ofNullable(file),
        Optional.ofNullable(channel),
        out,
        backend,
        detector.detectors(),
        eagerness,
        toolkit,
        effort == null ? backend.effort() : effort,
        pace == Pace.FAST,
        microphone,
        headphones,
        Optional.ofNullable(record));
  }
}
