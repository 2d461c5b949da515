package dev.parley.app.config;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All settings, in the order in which they are shown. */
public final class Settings {

  /** The section of the models; its keys are names that clients ask for. */
  static final String MODELS = "models";

  /** The section of the accounts; its keys are their names. */
  static final String KEYS = "keys";

  /** The section of the telephone's agents; its keys are their names. */
  static final String AGENTS = "twilio.agents";

  private static final List<Setting<?>> ALL =
      Stream.of(
              ServeSection.ALL,
              AccessSection.ALLOWED,
              RecordSection.ALL,
              SessionSection.SESSIONS,
              SessionSection.INPUT,
              SessionSection.CONVERSATION,
              TrafficSection.RATES,
              TrafficSection.MESSAGES,
              ConnectionSection.CROWD,
              ConnectionSection.HEADS,
              ConnectionSection.TIMES,
              AccessSection.WRONG_KEYS,
              AccessSection.CLIENT_SECRETS,
              TwilioSection.ADDRESS,
              AgentSection.ALL,
              TwilioSection.TOOLS,
              TwilioSection.LINE)
          .<Setting<?>>flatMap(Collection::stream)
          .toList();

  private Settings() {}

  /** All settings. */
  public static List<Setting<?>> all() {
    return ALL;
  }

  static Optional<Setting<?>> find(String path) {
    return ALL.stream().<Setting<?>>map(s -> s).filter(s -> s.path().equals(path)).findFirst();
  }

  /** Whether there are settings below this path. */
  static boolean isSection(String path) {
    return ALL.stream().anyMatch(setting -> setting.path().startsWith(path + "."));
  }

  /** All names that a file may have, sections included. */
  static List<String> names() {
    return Stream.concat(
            ALL.stream().flatMap(setting -> prefixes(setting.path())),
            Stream.of(MODELS, KEYS, AGENTS))
        .distinct()
        .toList();
  }

  private static Stream<String> prefixes(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0
        ? Stream.of(path)
        : Stream.concat(prefixes(path.substring(0, dot)), Stream.of(path));
  }
}
