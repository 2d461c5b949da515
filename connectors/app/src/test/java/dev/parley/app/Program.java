package dev.parley.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a run of the program came to. */
record Program(int code, List<String> out, List<String> err) {

  /** Runs a command in this virtual machine; nothing else may print meanwhile. */
  static Program run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream toOut = new ByteArrayOutputStream();
    ByteArrayOutputStream toErr = new ByteArrayOutputStream();
    try (PrintStream newOut = new PrintStream(toOut, true, StandardCharsets.UTF_8);
        PrintStream newErr = new PrintStream(toErr, true, StandardCharsets.UTF_8)) {
      System.setOut(newOut);
      System.setErr(newErr);
      int code = Main.run(arguments);
      return new Program(code, lines(toOut), lines(toErr));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static List<String> lines(ByteArrayOutputStream printed) {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
