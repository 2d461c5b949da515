package dev.parley.wire.response;

/** The tokens of a response; the sums are made here, so that they are always right. */
public record Usage(Input input, Output output) {

  private static final Usage NONE = new Usage(new Input(0, 0, 0, Cached.none()), new Output(0, 0));

  /**
   * What the model read.
   *
   * @param cached how much of it the model had read before
   */
  public record Input(long textTokens, long audioTokens, long imageTokens, Cached cached) {
    public long tokens() {
      return textTokens + audioTokens + imageTokens;
    }
  }

  /** A part of the input. */
  public record Cached(long textTokens, long audioTokens, long imageTokens) {

    private static final Cached NONE = new Cached(0, 0, 0);

    public static Cached none() {
      return NONE;
    }

    public long tokens() {
      return textTokens + audioTokens + imageTokens;
    }
  }

  /** What the model made. */
  public record Output(long textTokens, long audioTokens) {
    public long tokens() {
      return textTokens + audioTokens;
    }
  }

  public static Usage none() {
    return NONE;
  }

  public long tokens() {
    return input.tokens() + output.tokens();
  }
}
