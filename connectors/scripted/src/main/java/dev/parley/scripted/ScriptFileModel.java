package dev.parley.scripted;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.engine.model.Voice;
import dev.parley.engine.script.Asked;
import dev.parley.engine.script.Line;
import dev.parley.engine.script.Script;
import dev.parley.engine.script.SpeakingStage;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * Follows a script, one line a reply, and starts over behind the last. A line says a text or calls
 * a tool:
 *
 * <pre>
 * # a comment; empty lines do not count either
 * say Hello, this is the library.
 * after 300ms say What can I do for you?
 * after 1.5s call order_status {"code": "A1"}
 * say It is on its way.
 * </pre>
 *
 * <p>{@code after} is the thinking time. Each session begins with the first line. The line behind a
 * {@code call} is what is said to the tool's answer. Where the brief wants text, what a line says
 * is written; a line that calls a tool does so whatever the brief offers.
 */
public final class ScriptFileModel implements Backend {

  /** The name that a spec string begins with. */
  public static final String NAME = "script";

  private final List<Line> lines;
  private final Voice voice;

  private ScriptFileModel(List<Line> lines, Voice voice) {
    this.lines = lines;
    this.voice = voice;
  }

  /**
   * Reads a script file, in UTF-8.
   *
   * @throws IllegalArgumentException in one sentence, if it cannot be read or understood
   */
  public static ScriptFileModel read(Path file, Voice voice) {
    try {
      return of(file.toString(), Files.readAllLines(file), voice);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "there is no script " + file + ": give the path of a text file", e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is not UTF-8 text: save it as such", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be read: give a text file that you may read", e);
    }
  }

  /**
   * A script that is at hand.
   *
   * @param from names it in errors
   * @throws IllegalArgumentException in one sentence with the number of the line that is wrong
   */
  public static ScriptFileModel of(String from, List<String> lines, Voice voice) {
    return new ScriptFileModel(ScriptFile.parse(from, lines), voice);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.full();
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return AudioFormat.pcm16(voice.rate());
  }

  @Override
  public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
    return Flow.fromGraph(
        new SpeakingStage(
            NAME, voice.rate(), Optional.of(voice), spec.brief(), desk -> new LineByLine(lines)));
  }

  /** Where one session is in the script. */
  private static final class LineByLine implements Script {

    private final List<Line> lines;
    private int next;

    LineByLine(List<Line> lines) {
      this.lines = lines;
    }

    @Override
    public void answer(Asked asked, Consumer<Line> decided) {
      Line line = lines.get(next);
      next = (next + 1) % lines.size();
      decided.accept(line);
    }
  }
}
