package dev.parley.silero;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The network, loaded once for the whole program: its session is safe for any number of threads,
 * and a stream's memory is passed in and out with each call.
 */
final class SileroModel {

  private static final String RESOURCE = "silero_vad_v6.onnx";

  private final OrtEnvironment environment;
  private final OrtSession session;

  private SileroModel(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /** Loads on first use; the class loader sees to it that only one thread does. */
  private static final class Shared {
    private static final SileroModel MODEL = load();
  }

  static boolean isPresent() {
    return SileroModel.class.getResource(RESOURCE) != null;
  }

  /**
   * The one network.
   *
   * @throws IllegalStateException if it did not come with this build
   */
  static SileroModel shared() {
    if (!isPresent()) {
      throw new IllegalStateException(
          "the Silero network is not in this build: install npm and build again, or use --vad"
              + " webrtc");
    }
    return Shared.MODEL;
  }

  OrtEnvironment environment() {
    return environment;
  }

  OrtSession session() {
    return session;
  }

  private static SileroModel load() {
    try (InputStream file = SileroModel.class.getResourceAsStream(RESOURCE);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      if (file == null) {
        throw new IllegalStateException(RESOURCE + " has vanished from the class path");
      }
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "parley");
      options.setIntraOpNumThreads(1); // a frame is too small to share, and threads would spin
      options.setInterOpNumThreads(1);
      return new SileroModel(environment, environment.createSession(file.readAllBytes(), options));
    } catch (IOException e) {
      throw new UncheckedIOException("the Silero network cannot be read", e);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot load the Silero network", e);
    }
  }
}
