package dev.parley.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionLimitsTest {

  private static final SessionLimits GOOD = SessionLimits.defaults();

  @Test
  void defaults_areThoseThatAreWritten() {
    assertThat(GOOD.input()).isEqualTo(new InputLimits(Duration.ofMinutes(15), 33_554_432));
    assertThat(GOOD.conversation())
        .isEqualTo(new ConversationLimits(2_000, 65_536, 128, 65_536, 262_144, 128_000));
    assertThat(GOOD.admission()).isEqualTo(new AdmissionLimits(100, 1_000, Duration.ofSeconds(5)));
    assertThat(GOOD.outputBacklog()).hasSeconds(5);
    assertThat(GOOD.length()).hasMinutes(60);
  }

  @Test
  void eachLimit_isChangedAlone() {
    ConversationLimits conversation =
        GOOD.conversation()
            .withItems(1)
            .withItemBytes(2)
            .withTools(3)
            .withSchemaBytes(4)
            .withInstructionsBytes(5)
            .withContextTokens(6);
    AdmissionLimits admission =
        GOOD.admission().withPerKey(6).withPerNode(7).withRetryAfter(Duration.ofSeconds(8));
    InputLimits input = GOOD.input().withLength(Duration.ofSeconds(9)).withBytes(10);
    assertThat(
            GOOD.withConversation(conversation)
                .withAdmission(admission)
                .withInput(input)
                .withOutputBacklog(Duration.ofSeconds(11))
                .withLength(Duration.ofSeconds(12)))
        .isEqualTo(
            new SessionLimits(
                new AdmissionLimits(6, 7, Duration.ofSeconds(8)),
                new InputLimits(Duration.ofSeconds(9), 10),
                new ConversationLimits(1, 2, 3, 4, 5, 6),
                Duration.ofSeconds(11),
                Duration.ofSeconds(12)));
  }

  @Test
  void limitOfNothing_isRefused_byName() {
    Duration none = Duration.ZERO;
    refused("items", () -> GOOD.conversation().withItems(0));
    refused("itemBytes", () -> GOOD.conversation().withItemBytes(0));
    refused("tools", () -> GOOD.conversation().withTools(-1));
    refused("schemaBytes", () -> GOOD.conversation().withSchemaBytes(0));
    refused("instructionsBytes", () -> GOOD.conversation().withInstructionsBytes(0));
    refused("contextTokens", () -> GOOD.conversation().withContextTokens(0));
    refused("perKey", () -> GOOD.admission().withPerKey(0));
    refused("perNode", () -> GOOD.admission().withPerNode(0));
    refused("retryAfter", () -> GOOD.admission().withRetryAfter(none));
    refused("length", () -> GOOD.input().withLength(none));
    refused("bytes", () -> GOOD.input().withBytes(0));
    refused("outputBacklog", () -> GOOD.withOutputBacklog(none.minusNanos(1)));
    refused("length", () -> GOOD.withLength(none));
  }

  private static void refused(String name, Runnable change) {
    assertThatThrownBy(change::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " must be ");
  }
}
