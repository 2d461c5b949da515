package dev.parley.speech.agent;

/**
 * How careful an {@link Agent} is.
 *
 * @param certainCode a code that was understood with less than this is read back before a call; 0
 *     (never) to 1
 * @param certainOther the same for any other argument, and for which tool is meant; 0 to 1
 * @param certainAnswer a yes or a no that was understood with less than this is asked for again; 0
 *     to 1
 * @param mostAgain how often it asks again for the same before it leaves it; 1 to 10
 * @param longest the most letters that are told of one result or event; 40 to 10 000
 */
public record AgentSettings(
    double certainCode, double certainOther, double certainAnswer, int mostAgain, int longest) {

  private static final AgentSettings DEFAULTS =
      new AgentSettings(
          /* certainCode= */ 0.85,
          /* certainOther= */ 0.6,
          /* certainAnswer= */ 0.85,
          /* mostAgain= */ 3,
          /* longest= */ 600);

  public AgentSettings {
    check("certainCode", certainCode);
    check("certainOther", certainOther);
    check("certainAnswer", certainAnswer);
    if (mostAgain < 1 || mostAgain > 10) {
      throw new IllegalArgumentException("mostAgain must be 1 to 10, got " + mostAgain);
    }
    if (longest < 40 || longest > 10_000) {
      throw new IllegalArgumentException("longest must be 40 to 10000, got " + longest);
    }
  }

  private static void check(String name, double confidence) {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(name + " must be 0 to 1, got " + confidence);
    }
  }

  /**
   * Confirms codes below 0.85 and other values below 0.6, takes a yes or a no from 0.85 on, asks
   * again three times. A word as short as "no" is what else is most often misheard as.
   */
  public static AgentSettings defaults() {
    return DEFAULTS;
  }

  public AgentSettings withCertainCode(double confidence) {
    return new AgentSettings(confidence, certainOther, certainAnswer, mostAgain, longest);
  }

  public AgentSettings withCertainOther(double confidence) {
    return new AgentSettings(certainCode, confidence, certainAnswer, mostAgain, longest);
  }

  public AgentSettings withCertainAnswer(double confidence) {
    return new AgentSettings(certainCode, certainOther, confidence, mostAgain, longest);
  }

  public AgentSettings withMostAgain(int times) {
    return new AgentSettings(certainCode, certainOther, certainAnswer, times, longest);
  }

  public AgentSettings withLongest(int letters) {
    return new AgentSettings(certainCode, certainOther, certainAnswer, mostAgain, letters);
  }
}
