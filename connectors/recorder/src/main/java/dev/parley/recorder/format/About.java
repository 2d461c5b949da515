package dev.parley.recorder.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What {@code session.json} says: whose recording it is, and how the call was assembled.
 *
 * @param id the recording's own name
 * @param callId the call's name in logs and traces
 * @param made when it began
 * @param subject whom it may be deleted and exported by, if anybody
 * @param door where the caller came in
 * @param model who answered
 * @param rooms what stood between them
 * @param settings what the session worked by
 */
public record About(
    String id,
    String callId,
    Instant made,
    Optional<String> subject,
    DoorInfo door,
    ModelInfo model,
    Rooms rooms,
    SettingsInfo settings) {

  /** What tells a recording from any other file. */
  public static final String FORMAT = "parley-recording";

  /** The version that this code writes, and the only one that it reads. */
  public static final int VERSION = 1;

  public About withDoor(DoorInfo other) {
    return new About(id, callId, made, subject, other, model, rooms, settings);
  }

  public About withRooms(Rooms other) {
    return new About(id, callId, made, subject, door, model, other, settings);
  }

  public About withSettings(SettingsInfo other) {
    return new About(id, callId, made, subject, door, model, rooms, other);
  }

  public Fields write(Texts texts) {
    return Fields.of("format", FORMAT)
        .put("version", VERSION)
        .put("id", id)
        .put("call", callId)
        .put("made", made.toString())
        .put("consent", true)
        .put("subject", subject)
        .put("door", door.write())
        .put("model", model.write())
        .put("rooms", rooms.write())
        .put("session", settings.write(texts));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException in one sentence if it is something else
   */
  public static About read(Fields from) {
    if (!from.has("format") || !FORMAT.equals(from.text("format"))) {
      throw new IllegalArgumentException("it is no recording of Parley's");
    }
    if (from.number("version") != VERSION) {
      throw new IllegalArgumentException(
          "it is of version %d, and this program reads version %d"
              .formatted(from.number("version"), VERSION));
    }
    return new About(
        from.text("id"),
        from.text("call"),
        instant(from.text("made")),
        from.maybe("subject", from::text),
        DoorInfo.read(from.object("door")),
        ModelInfo.read(from.object("model")),
        Rooms.read(from.object("rooms")),
        SettingsInfo.read(from.object("session")));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"made\" must be an instant", e);
    }
  }

  /** Keeps the subject out of logs. */
  @Override
  public String toString() {
    return "About[%s, %s, %s]".formatted(id, callId, made);
  }
}
