package dev.parley.recorder.replay;

/** What two runs of a session may differ in. */
public enum Kind {
  SPEECH("stretch of speech", "stretches of speech"),
  TURN("turn", "turns"),
  WORDS("transcript", "transcripts"),
  CUT("cut", "cuts"),
  HEARD("length heard", "lengths heard"),
  TEXT("text", "texts"),
  OUTCOME("outcome of a reply", "outcomes of replies"),
  TOOL("tool call", "tool calls"),
  FAULT("fault", "faults");

  private final String one;
  private final String many;

  Kind(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /** So many of them, in words. */
  public String count(long n) {
    return n + " " + (n == 1 ? one : many);
  }
}
