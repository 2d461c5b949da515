package dev.parley.app;

import dev.parley.silero.Silero;
import dev.parley.speech.asr.pocketsphinx.PocketSphinx;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/** The parts of this machine. Looks, but loads nothing. */
public final class Parts {

  private static final String BUILT_IN = "";
  private static final String APT = "install it with: parley setup";

  private Parts() {}

  /** All of them, kind by kind. */
  public static List<Part> all() {
    return List.of(
        new Part(
            "speech detectors (--vad)",
            "silero",
            Silero.isAvailable(),
            "Silero v6, the default: hears speech in noise",
            "install npm (apt-get install npm) and run: parley setup"),
        new Part(
            "speech detectors (--vad)",
            "webrtc",
            true,
            "WebRTC's: a tenth of the cost, easily fooled by noise",
            BUILT_IN),
        new Part("speech detectors (--vad)", "energy", true, "loudness alone: for tests", BUILT_IN),
        new Part(
            "models (--model)",
            "cascade",
            true,
            "understands requests and calls tools, with the parts of this machine",
            BUILT_IN),
        new Part(
            "models (--model)", "scripted", true, "answers each turn with a set length", BUILT_IN),
        new Part("models (--model)", "echo", true, "says the caller's own words back", BUILT_IN),
        new Part(
            "models (--model)", "script:FILE", true, "follows a script, turn by turn", BUILT_IN),
        new Part("voices", "freetts", true, "American English, robotic, instant", BUILT_IN),
        new Part("voices", "espeak-ng", isOnPath("espeak-ng"), "over a hundred languages", APT),
        new Part(
            "recognisers",
            "pocketsphinx",
            PocketSphinx.isAvailable(),
            "requests, codes and numbers: the better one, at a fifth of the cost",
            APT),
        new Part(
            "recognisers", "sphinx4", true, "requests, codes and numbers, in pure Java", BUILT_IN),
        new Part(
            "doors",
            "microphone",
            hasMicrophone(),
            "parley talk --mic",
            "connect a microphone and a loudspeaker"),
        new Part(
            "doors",
            "realtime",
            true,
            "parley serve: clients of OpenAI's Realtime API, over WebSockets",
            BUILT_IN),
        new Part(
            "doors",
            "twilio",
            true,
            "parley serve: telephone calls, once twilio.public-base is set",
            BUILT_IN));
  }

  private static boolean isOnPath(String program) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static boolean hasMicrophone() {
    return AudioSystem.isLineSupported(new DataLine.Info(TargetDataLine.class, null))
        && AudioSystem.isLineSupported(new DataLine.Info(SourceDataLine.class, null));
  }
}
