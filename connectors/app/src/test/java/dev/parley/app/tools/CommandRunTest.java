package dev.parley.app.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tools that are small programs, of the good and of the bad kind. */
class CommandRunTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final Path folder;

  CommandRunTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void assumeAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "scripts need a shell");
  }

  private CommandRun script(Duration timeout, String text, String... arguments) throws IOException {
    Path file = Files.writeString(folder.resolve("tool"), "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(Arrays.asList(arguments));
    return new CommandRun(new Run.Command(command, timeout), folder);
  }

  private String call(String text, String... arguments) throws Exception {
    return script(LONG, text, arguments).call("{\"code\":\"A1\"}");
  }

  @Test
  void arguments_comeOnStandardInput_andTheAnswerFromStandardOutput() throws Exception {
    assertThat(call("cat")).isEqualTo("{\"code\":\"A1\"}");
    assertThat(call("echo it is sunny")).isEqualTo("it is sunny");
  }

  @Test
  void wordsOfTheCommand_areNeverReadByAShell() throws Exception {
    String evil = "a; touch gone $(touch gone) `touch gone` > gone";
    assertThat(call("printf '%s|' \"$@\"", evil, "two words")).isEqualTo(evil + "|two words|");
    assertThat(folder.resolve("gone")).doesNotExist();
  }

  @Test
  void program_worksInTheFilesFolder_withAnEmptyEnvironment() throws Exception {
    assertThat(Path.of(call("pwd")).toRealPath()).isEqualTo(folder.toRealPath());
    assertThat(call("env | cut -d= -f1").lines())
        .contains("PATH", "LANG")
        .isSubsetOf("PATH", "LANG", ProcessTree.VARIABLE, "PWD", "OLDPWD", "SHLVL", "_");
  }

  @Test
  void argumentsThatNobodyReads_doNoHarm() throws Exception {
    String arguments = "{\"text\":\"" + "x".repeat(30_000) + "\"}";
    assertThat(script(LONG, "exec 0<&-; echo done").call(arguments)).isEqualTo("done");
    assertThat(script(LONG, "cat").call(arguments)).isEqualTo(arguments);
  }

  @Test
  void argumentsThatAreTooLong_areRefused() throws Exception {
    CommandRun tool = script(LONG, "cat");
    assertThatThrownBy(() -> tool.call("x".repeat(33_000)))
        .hasMessage("the arguments are too long for this tool");
  }

  @Test
  void emptyAnswer_isAnEmptyObject() throws Exception {
    assertThat(call("true")).isEqualTo("{}");
  }

  @Test
  void exitCode_isTold_andWhatWasWrittenIsNot() {
    assertThatThrownBy(() -> call("echo secret; echo secret >&2; exit 3"))
        .isInstanceOf(ToolFailed.class)
        .hasMessage("the tool failed with exit code 3");
  }

  @Test
  void answerThatIsNoTextOrBrokenJson_isAnError() {
    assertThatThrownBy(() -> call("printf '\\377\\376'")).hasMessageContaining("is no text");
    assertThatThrownBy(() -> call("printf 'a\\001b'")).hasMessageContaining("is no text");
    assertThatThrownBy(() -> call("echo '{\"a\":'")).hasMessageContaining("broken JSON");
    assertThatThrownBy(() -> call("echo '{} {}'")).hasMessageContaining("broken JSON");
  }

  @Test
  void answerThatIsTooLong_isAnError_andEndsAProgramThatWouldNot() throws Exception {
    assertThatThrownBy(() -> call("yes")).hasMessage("the tool answered with more than 64 kB");
    assertThatThrownBy(() -> call("head -c 65537 /dev/zero | tr '\\0' x"))
        .hasMessage("the tool answered with more than 64 kB");
    assertThat(call("head -c 65536 /dev/zero | tr '\\0' x")).hasSize(65_536);
  }

  @Test
  void programThatHangs_isKilled_withItsChildren() throws Exception {
    CommandRun tool = script(SHORT, "sleep 600 & echo $! > child\necho $$ > parent\nwait");

    assertThatThrownBy(() -> tool.call("{}")).hasMessage("the tool did not answer in time");

    for (String name : List.of("parent", "child")) {
      long pid = Long.parseLong(Files.readString(folder.resolve(name)).strip());
      assertThat(ProcessHandle.of(pid).map(CommandRunTest::hasEnded).orElse(true))
          .as(name)
          .isTrue();
    }
  }

  @Test
  void programThatHangs_isKilled_withProcessesThatCutThemselvesOff() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "strays are found by /proc");
    CommandRun tool = script(SHORT, "(nohup sleep 600 >away & echo $! >stray)\nsleep 600");

    assertThatThrownBy(() -> tool.call("{}")).hasMessage("the tool did not answer in time");

    long pid = Long.parseLong(Files.readString(folder.resolve("stray")).strip());
    assertThat(ProcessHandle.of(pid).map(CommandRunTest::hasEnded).orElse(true)).isTrue();
  }

  /** Waits for the kernel, which ends processes when it comes to it. */
  private static boolean hasEnded(ProcessHandle process) {
    return process.onExit().orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join() != null;
  }

  @Test
  void processThatIsLeftBehind_holdsNobodyUp() throws Exception {
    assertThat(call("sleep 600 & echo $! > child\necho done")).isEqualTo("done");
    long pid = Long.parseLong(Files.readString(folder.resolve("child")).strip());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void programThatIsGone_isAnError() throws Exception {
    CommandRun tool = script(LONG, "true");
    Files.delete(folder.resolve("tool"));
    assertThatThrownBy(() -> tool.call("{}"))
        .isInstanceOf(ToolFailed.class)
        .hasMessage("the tool's program could not be started");
  }
}
