package dev.parley.app.config;

import dev.parley.server.ServerSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code parley serve} works by.
 *
 * @param server how the server works
 * @param models who answers, by the names that clients ask for
 * @param others who answers to all other names; empty if nobody
 * @param tools what the server carries out itself, as {@code --tools} names it; empty for what
 *     suits each model
 * @param detector who hears speech, as {@code --vad} names them; empty for the best there is
 * @param logLevel {@code error}, {@code warn}, {@code info} or {@code debug}
 * @param logJson whether a line of the log is a JSON object
 * @param page whether the playground is at {@code /}
 * @param record what is recorded; empty for nothing
 * @param phone how telephone calls come in; empty for no telephone
 */
public record ServeConfig(
    ServerSettings server,
    Map<String, ModelSpec> models,
    Optional<ModelSpec> others,
    Optional<ToolsSpec> tools,
    Optional<String> detector,
    String logLevel,
    boolean logJson,
    boolean page,
    Optional<RecordSpec> record,
    Optional<PhoneSpec> phone) {

  /**
   * A model of the catalogue.
   *
   * @param spec its name with options
   * @param where who says so
   */
  public record ModelSpec(String spec, Source where) {}

  /**
   * Tools that the server carries out.
   *
   * @param name {@code examples}, {@code none} or a file
   * @param where who says so
   */
  public record ToolsSpec(String name, Source where) {}

  public ServeConfig {
    models = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(models));
  }
}
