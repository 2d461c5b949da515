package dev.parley.app.tools;

import java.nio.file.Path;
import java.util.Optional;

/** The tools that users may name. */
public final class Toolkits {

  /** The example tools, by their name. */
  public static final String EXAMPLES = "examples";

  /** No tools, by their name. */
  public static final String NONE = "none";

  /** The model that can do nothing without tools. */
  private static final String CASCADE = "cascade";

  private Toolkits() {}

  /**
   * Finds tools.
   *
   * @param asked {@link #EXAMPLES}, {@link #NONE} or a file; empty for what suits the model
   * @param model who is to use them, by its name
   * @param folder what a relative path is seen from
   * @throws IllegalArgumentException in one sentence, if the file cannot be used
   */
  public static Toolkit find(Optional<String> asked, String model, Path folder) {
    String name = asked.orElse(model.equals(CASCADE) ? EXAMPLES : NONE);
    return switch (name) {
      case EXAMPLES -> ExampleTools.create();
      case NONE -> Toolkit.none();
      default -> ToolFile.read(folder.resolve(name));
    };
  }
}
