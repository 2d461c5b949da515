package dev.parley.app.cli;

import dev.parley.app.talk.Talk;
import dev.parley.engine.pipeline.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parley plan}. */
@Command(
    name = "plan",
    description = "Print the rooms that a talk's audio would pass, without holding it.")
public final class PlanCommand implements Runnable {

  /** How the plan is written. */
  enum Form {
    TEXT,
    MERMAID
  }

  @Mixin private TalkOptions options = new TalkOptions();

  @Option(
      names = "--as",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text or mermaid (default: text).")
  private Form form = Form.TEXT;

  @Override
  public void run() {
    try {
      Plan plan = Talk.plan(options.settings()).negotiate();
      System.out.print(form == Form.MERMAID ? plan.mermaid() : plan.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
