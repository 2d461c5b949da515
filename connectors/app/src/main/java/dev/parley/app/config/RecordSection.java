package dev.parley.app.config;

import dev.parley.recorder.RecorderSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code record}: which sessions are kept as recordings, and how long. */
final class RecordSection {

  private static final String NOBODY = "none";

  static final Setting<Optional<Path>> DIR =
      new Setting<>(
          "record.dir",
          Kind.file(),
          "",
          "The folder in which sessions are recorded, a zip each. Without it nothing is; with it,"
              + " record.consent must be set.");

  static final Setting<String> CONSENT =
      new Setting<>(
          "record.consent",
          Kind.oneOf(NOBODY, "all", "asked"),
          NOBODY,
          "Who agreed to it. all: everybody was told and agrees, but for those whose client says"
              + " no. asked: only those whose client says yes.");

  static final Setting<Duration> RETENTION =
      new Setting<>(
          "record.retention",
          Kind.duration(Duration.ofHours(1), Duration.ofDays(36_500)),
          "720h",
          "How long a recording is kept; looked after at the start and every hour.");

  static final Setting<Long> QUOTA =
      new Setting<>(
          "record.quota",
          Kind.bytes(1 << 20, 1L << 50),
          "20GiB",
          "What all recordings may have together. Over it no more is recorded; calls go on.");

  static final Setting<Long> FLOOR =
      new Setting<>(
          "record.floor",
          Kind.bytes(0, 1L << 50),
          "1GiB",
          "What stays free on the disk. Below it no more is recorded; calls go on.");

  static final List<Setting<?>> ALL = List.of(DIR, CONSENT, RETENTION, QUOTA, FLOOR);

  private RecordSection() {}

  /** Empty if nothing is to be recorded, or it is not said whether anybody agreed to it. */
  static Optional<RecordSpec> spec(Values values, Reading reading) {
    Optional<Path> folder = values.get(DIR);
    String consent = values.get(CONSENT);
    boolean told =
        reading.problems().stream().anyMatch(each -> each.sentence().startsWith(CONSENT.path()));
    if (told) {
      return Optional.empty(); // it was said, but cannot be read
    }
    if (folder.isPresent() && consent.equals(NOBODY)) {
      reading.wrong(
          values.source(DIR),
          "recording needs consent: --consent all if every caller was told and agrees, --consent"
              + " asked to record only those whose client says so (or record.consent)");
      return Optional.empty();
    }
    if (folder.isEmpty() && !consent.equals(NOBODY)) {
      reading.wrong(
          values.source(CONSENT),
          "consent goes with recording: say where with --record DIR (or record.dir)");
      return Optional.empty();
    }
    return folder.map(
        dir ->
            new RecordSpec(
                RecorderSettings.in(dir)
                    .withRetention(values.get(RETENTION))
                    .withQuota(values.get(QUOTA))
                    .withFloor(values.get(FLOOR)),
                RecordSpec.Who.valueOf(consent.toUpperCase(Locale.ROOT))));
  }
}
