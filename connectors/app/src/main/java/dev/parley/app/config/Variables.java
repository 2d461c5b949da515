package dev.parley.app.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells variables that are settings from slips, and those from variables of somebody else. */
final class Variables {

  /** Read by the launcher, or before there are settings. */
  private static final List<String> OTHERS =
      List.of(ConfigFile.VARIABLE, "PARLEY_JAVA_HOME", "PARLEY_JAVA_OPTS");

  /** What Kubernetes and Docker tell each container of the services beside it. */
  private static final Pattern OF_A_SERVICE =
      Pattern.compile(
          ".*_SERVICE_HOST|.*_SERVICE_PORT(_.*)?|.*_PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?");

  private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

  private final Map<String, Setting<?>> settings =
      Settings.all().stream()
          .collect(
              Collectors.toMap(
                  Setting::variable, setting -> setting, (one, other) -> one, TreeMap::new));

  /** The setting that a variable of this name overrides. */
  Optional<Setting<?>> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /**
   * Why a variable looks like one of ours and is none, if that is so.
   *
   * @param value decides nothing but whether it is the address of a service
   * @param used what the configuration's file asks for by {@code ${NAME}}
   */
  Optional<String> mistake(String name, String value, Set<String> used) {
    boolean known =
        !name.startsWith(Setting.PREFIX)
            || settings.containsKey(name)
            || OTHERS.contains(name)
            || used.contains(name)
            || OF_A_SERVICE.matcher(name).matches()
            || (name.endsWith("_PORT") && ADDRESS.matcher(value).matches());
    return known ? Optional.empty() : Optional.of(sentence(name));
  }

  private String sentence(String name) {
    String rest = name.substring(Setting.PREFIX.length());
    if (isIn(Settings.KEYS, rest)) {
      return "keys stand in the file only: write keys.NAME.key = ${" + name + "} there";
    }
    if (isIn(Settings.AGENTS, rest)) {
      return "agents stand in the file only, as twilio.agents.NAME";
    }
    return "this is no setting's variable"
        + nearest(rest)
            .map(known -> ": did you mean " + known + "?")
            .orElse(
                isIn(Settings.MODELS, rest)
                    ? ": models stand in the file only, as models.NAME"
                    : ": 'parley config show' lists all settings");
  }

  /** First as it is written, and then as the end of a name whose sections were forgotten. */
  private Optional<String> nearest(String rest) {
    Collection<String> names =
        Stream.concat(settings.keySet().stream(), OTHERS.stream())
            .map(known -> known.substring(Setting.PREFIX.length()))
            .toList();
    return Nearest.path(rest, names)
        .map(Setting.PREFIX::concat)
        .or(
            () ->
                Nearest.path(
                        rest.toLowerCase(Locale.ROOT).replace('_', '-'),
                        Settings.all().stream().map(Setting::path).toList())
                    .flatMap(Settings::find)
                    .map(Setting::variable));
  }

  private static boolean isIn(String section, String rest) {
    String name = section.replace('.', '_').toUpperCase(Locale.ROOT);
    return rest.equals(name) || rest.startsWith(name + "_");
  }
}
