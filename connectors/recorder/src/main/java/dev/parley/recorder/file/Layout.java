package dev.parley.recorder.file;

import java.util.List;

/** What the files of a recording are called. */
public final class Layout {

  public static final String SESSION = "session.json";
  public static final String EVENTS = "events.jsonl";
  public static final String CAPTIONS = "captions.vtt";

  /** What the caller said, at its positions; what never came is silence. */
  public static final String CALLER = "caller.wav";

  /** All that the model gave, in the order in which it came. */
  public static final String MODEL = "model.wav";

  /** The caller on the left; on the right the agent as it was heard. */
  public static final String HEARD = "heard.wav";

  /** Held while a recording is written; never packed. */
  static final String LOCK = "lock";

  static final String PACKED = "packed.zip";

  /** All of them, in the order in which they are packed. */
  static final List<String> ALL = List.of(SESSION, EVENTS, CAPTIONS, CALLER, MODEL, HEARD);

  private Layout() {}
}
