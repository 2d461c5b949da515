package dev.parley.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.model.Command;
import dev.parley.engine.tool.ToolSpec;
import java.util.List;

/** A scripted model that is offered two tools. */
final class Bookings {

  static final int RATE = 24_000;

  static final ToolSpec BOOK =
      new ToolSpec(
          "book",
          "books a table",
          """
          {"type":"object","required":["people","day"],"additionalProperties":false,
           "properties":{"people":{"type":"integer","minimum":2},"day":{"enum":["fri","sat"]}}}
          """);
  static final ToolSpec MENU = new ToolSpec("menu", "", "{\"type\":\"object\"}");
  static final Brief BOTH = Brief.defaults().withTools(List.of(BOOK, MENU));

  private Bookings() {}

  static ModelRun run(String options) {
    return new ModelRun(
        new ScriptedModel(
            ScriptedSettings.parse("scripted:reply=200ms,think=100ms" + options), new ToneVoice()),
        AudioFormat.pcm16(RATE));
  }

  static Command result(String callId) {
    return new Command.ToolResult(callId, "{\"ok\":true}");
  }

  static void assertSpeaks(ModelRun run, Epoch epoch) {
    assertThat(run.calls(epoch)).isEmpty();
    assertThat(run.samples(epoch)).isEqualTo(RATE / 5);
    assertThat(run.outcome(epoch)).isEqualTo(Outcome.COMPLETED);
  }
}
