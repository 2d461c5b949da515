package dev.parley.speech.asr.child;

import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.child.Message.Kind;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * What runs in the child: makes a recogniser and serves it on the standard streams. Ends with its
 * input, whatever its decoders are doing then.
 */
public final class ChildMain {

  private static final int BROKEN = 2;

  private ChildMain() {}

  /**
   * @param arguments the name of a class with a constructor that takes nothing, a {@code
   *     Function<String, Recogniser>}; and what to give to it
   */
  public static void main(String[] arguments) {
    // who prints must not disturb the messages
    System.setOut(
        new PrintStream(
            new FileOutputStream(FileDescriptor.err),
            /* autoFlush= */ true,
            StandardCharsets.UTF_8));
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    Runtime.getRuntime().halt(run(arguments, in, out));
  }

  private static int run(String[] arguments, DataInputStream in, DataOutputStream out) {
    try {
      Recogniser recogniser = make(arguments[0], arguments[1]);
      new ChildServer(recogniser, out).serve(in);
      return 0;
    } catch (ReflectiveOperationException | IOException | RuntimeException | LinkageError e) {
      return tell(out, e);
    }
  }

  private static int tell(DataOutputStream out, Throwable problem) {
    String sentence = problem.getMessage() == null ? problem.toString() : problem.getMessage();
    try {
      new Message(Kind.FAILED, 0, Pack.body(to -> Pack.text(to, sentence))).write(out);
    } catch (IOException e) {
      return BROKEN; // nobody is there to be told
    }
    return BROKEN;
  }

  private static Recogniser make(String maker, String argument)
      throws ReflectiveOperationException {
    Object made = Class.forName(maker).getDeclaredConstructor().newInstance();
    if (made instanceof Function<?, ?> function) {
      @SuppressWarnings(
          "unchecked") // the parent names only such classes; a wrong one is found next
      Function<String, ?> byName = (Function<String, ?>) function;
      if (byName.apply(argument) instanceof Recogniser recogniser) {
        return recogniser;
      }
    }
    throw new IllegalArgumentException(maker + " makes no recognisers");
  }
}
