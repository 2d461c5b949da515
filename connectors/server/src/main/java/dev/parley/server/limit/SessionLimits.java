package dev.parley.server.limit;

import java.time.Duration;

/**
 * What a session may use.
 *
 * @param admission how many sessions run at once
 * @param input how much uncommitted audio one holds
 * @param conversation how large its conversation grows
 * @param outputBacklog audio that is made but not sent, at which the model is no longer pulled
 * @param length how long a session lasts before it expires
 */
public record SessionLimits(
    AdmissionLimits admission,
    InputLimits input,
    ConversationLimits conversation,
    Duration outputBacklog,
    Duration length) {

  public SessionLimits {
    Checks.positive("outputBacklog", outputBacklog);
    Checks.positive("length", length);
  }

  /** The parts' defaults, 5 s of backlog, 60 minutes. */
  public static SessionLimits defaults() {
    return new SessionLimits(
        AdmissionLimits.defaults(),
        InputLimits.defaults(),
        ConversationLimits.defaults(),
        Duration.ofSeconds(5),
        Duration.ofMinutes(60));
  }

  public SessionLimits withAdmission(AdmissionLimits limits) {
    return new SessionLimits(limits, input, conversation, outputBacklog, length);
  }

  public SessionLimits withInput(InputLimits limits) {
    return new SessionLimits(admission, limits, conversation, outputBacklog, length);
  }

  public SessionLimits withConversation(ConversationLimits limits) {
    return new SessionLimits(admission, input, limits, outputBacklog, length);
  }

  public SessionLimits withOutputBacklog(Duration span) {
    return new SessionLimits(admission, input, conversation, span, length);
  }

  public SessionLimits withLength(Duration span) {
    return new SessionLimits(admission, input, conversation, outputBacklog, span);
  }
}
