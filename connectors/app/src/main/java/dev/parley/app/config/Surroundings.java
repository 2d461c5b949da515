package dev.parley.app.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a program finds where it is started.
 *
 * @param variables the environment
 * @param folder what it works in
 */
public record Surroundings(Map<String, String> variables, Path folder) {

  public Surroundings {
    variables = Map.copyOf(variables);
  }

  /** Those of this process. */
  public static Surroundings ofProcess() {
    return new Surroundings(System.getenv(), Path.of(""));
  }

  @Override
  public String toString() {
    return "Surroundings[" + variables.size() + " variables, " + folder + "]";
  }
}
