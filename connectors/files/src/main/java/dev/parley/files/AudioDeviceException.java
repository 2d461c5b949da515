package dev.parley.files;

/**
 * A microphone or loudspeaker cannot be used. The message is one sentence for its user, with what
 * to do.
 */
public final class AudioDeviceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AudioDeviceException(String message, Throwable cause) {
    super(message, cause);
  }

  AudioDeviceException(String message) {
    super(message);
  }
}
