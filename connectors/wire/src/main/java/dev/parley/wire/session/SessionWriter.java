package dev.parley.wire.session;

import dev.parley.wire.json.Field;
import dev.parley.wire.json.JsonOut;
import java.util.Optional;

/** Writes a session with all that holds in it, whether a client set it or not. */
public final class SessionWriter {

  private SessionWriter() {}

  /** The fields of the session. */
  public static void write(JsonOut out, SessionConfig session) {
    out.text(Field.TYPE, session.kind());
    out.text(Field.OBJECT, session.kind().object());
    out.text(Field.ID, session.id());
    out.number(Field.EXPIRES_AT, session.expiresAt().getEpochSecond());
    if (session.kind() == SessionKind.REALTIME) {
      conversation(out, session);
    }
    out.object(
        Field.AUDIO,
        audio -> {
          audio.object(Field.INPUT, fields -> InputWriter.write(fields, session.input()));
          if (session.kind() == SessionKind.REALTIME) {
            audio.object(Field.OUTPUT, fields -> output(fields, session.output()));
          }
        });
    if (session.include().isEmpty()) {
      out.none(Field.INCLUDE);
    } else {
      out.texts(Field.INCLUDE, session.include());
    }
  }

  private static void conversation(JsonOut out, SessionConfig session) {
    out.text(Field.MODEL, session.model());
    out.text(Field.INSTRUCTIONS, session.instructions());
    SettingsWriter.modality(out, session.outputModality());
    SettingsWriter.tools(out, session.toolUse().tools());
    SettingsWriter.toolChoice(out, session.toolUse().choice());
    out.bool(Field.PARALLEL_TOOL_CALLS, session.toolUse().parallel());
    session.generation().effort().ifPresent(effort -> SettingsWriter.effort(out, effort));
    SettingsWriter.tokenLimit(out, session.generation().maxOutputTokens());
    truncation(out, session.generation().truncation());
    tracing(out, session.tracing());
    out.objectOrNull(Field.PROMPT, session.prompt(), prompt -> SettingsWriter.prompt(out, prompt));
  }

  private static void output(JsonOut out, AudioOutput output) {
    SettingsWriter.format(out, output.format());
    SettingsWriter.voice(out, output.voice());
    out.number(Field.SPEED, output.speed());
  }

  private static void truncation(JsonOut out, Truncation truncation) {
    switch (truncation) {
      case Truncation.Mode mode -> out.text(Field.TRUNCATION, mode);
      case Truncation.RetentionRatio ratio ->
          out.object(
              Field.TRUNCATION,
              fields -> {
                fields.text(Field.TYPE, SessionReader.RETENTION);
                fields.number(Field.RETENTION_RATIO, ratio.ratio());
                ratio
                    .postInstructions()
                    .ifPresent(
                        most ->
                            fields.object(
                                Field.TOKEN_LIMITS,
                                limits -> limits.number(Field.POST_INSTRUCTIONS, (long) most)));
              });
    }
  }

  private static void tracing(JsonOut out, Optional<Tracing> tracing) {
    if (tracing.isEmpty()) {
      out.none(Field.TRACING);
      return;
    }
    switch (tracing.get()) {
      case Tracing.Auto auto -> out.text(Field.TRACING, SessionReader.AUTO);
      case Tracing.Named named ->
          out.object(
              Field.TRACING,
              fields -> {
                fields.textIfAny(Field.WORKFLOW_NAME, named.workflowName());
                fields.textIfAny(Field.GROUP_ID, named.groupId());
                named.metadata().ifPresent(metadata -> fields.raw(Field.METADATA, metadata));
              });
    }
  }
}
