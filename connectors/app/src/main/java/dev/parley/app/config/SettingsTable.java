package dev.parley.app.config;

import java.nio.file.Path;
import java.util.function.Predicate;

/** All settings as a page for people: a table for the documentation, and a file to begin with. */
public final class SettingsTable {

  private SettingsTable() {}

  /** A table in Markdown of the settings whose paths are wanted. */
  public static String markdown(Predicate<String> wanted) {
    StringBuilder table =
        new StringBuilder("| setting | default | must be | what |\n|---|---|---|---|\n");
    for (Setting<?> setting : Settings.all()) {
      if (!wanted.test(setting.path())) {
        continue;
      }
      table.append(
          "| `%s` | `%s` | %s | %s |\n"
              .formatted(
                  setting.path(),
                  value(setting),
                  cell(setting.kind().must().replaceFirst("( with its unit)?, such as .*", "")),
                  cell(setting.help())));
    }
    return table.toString();
  }

  /** A file that changes nothing: every setting with its default, as a comment. */
  public static String example() {
    StringBuilder file =
        new StringBuilder(
            """
            # Parley's configuration, in HOCON. Everything may be left out; what stands behind # is
            # the default. Flags of 'parley serve' and variables of the environment win over this
            # file: serve.port is PARLEY_SERVE_PORT. 'parley config check' finds mistakes.

            # Who may come in: 'parley key new --account NAME' makes a key and its line.
            # keys.NAME.key = "sha256:..."           the key itself, its hash, "file:PATH", or ${VARIABLE};
            #                                        two in a list while one replaces the other
            # keys.NAME.sessions = 100               sessions at once
            # keys.NAME.development = false          true: may be short, but then on loopback only

            # Who answers: names that clients ask for. Names with dots need quotes.
            # models."gpt-realtime" = "scripted:think=150ms,reply=4s"

            # Who takes calls at /twilio/voice/NAME: what it does not say is as twilio.* says.
            # twilio.agents.NAME { instructions = "...", greeting = "Hello." }
            """);
    for (Setting<?> setting : Settings.all()) {
      file.append("\n# %s\n# %s = %s\n".formatted(setting.help(), setting.path(), value(setting)));
    }
    return file.toString();
  }

  private static <T> String value(Setting<T> setting) {
    return setting.write(setting.standardValue(Path.of("")));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
