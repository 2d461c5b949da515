package dev.parley.recorder.file;

/**
 * How much of a recording is read: a small zip can hold a lot.
 *
 * @param eventBytes bytes of {@code events.jsonl}
 * @param lines lines of it
 * @param audioBytes bytes of each track
 */
public record Limits(long eventBytes, long lines, long audioBytes) {

  private static final long MEGABYTE = 1_000_000;
  private static final int SHARE = 4;

  public Limits {
    if (eventBytes <= 0 || lines <= 0 || audioBytes <= 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /** As much as fits well into this program's memory: of audio, at most some six hours. */
  public static Limits ofMemory() {
    long share = Runtime.getRuntime().maxMemory() / SHARE;
    return new Limits(
        Math.min(500 * MEGABYTE, share), 3 * MEGABYTE, Math.min(1_000 * MEGABYTE, share));
  }
}
