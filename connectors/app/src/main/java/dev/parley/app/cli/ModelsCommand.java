package dev.parley.app.cli;

import dev.parley.app.Part;
import dev.parley.app.Parts;
import picocli.CommandLine.Command;

/** {@code parley models}. */
@Command(
    name = "models",
    description = "Say which parts were found, and what each missing one would add.")
public final class ModelsCommand implements Runnable {

  @Override
  public void run() {
    String kind = "";
    for (Part part : Parts.all()) {
      if (!part.kind().equals(kind)) {
        kind = part.kind();
        System.out.println(kind);
      }
      System.out.printf(
          "  %-9s %-14s %s%n", part.found() ? "found" : "missing", part.name(), part.what());
      if (!part.found()) {
        System.out.printf("  %-9s %-14s -> %s%n", "", "", part.remedy());
      }
    }
  }
}
