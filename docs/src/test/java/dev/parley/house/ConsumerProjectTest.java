package dev.parley.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Maven project of somebody else's builds against the artifacts of this build, by the BOM, and
 * runs a call: what is missing in a pom shows here. The artifacts lie in a repository of files, so
 * that nothing is installed.
 */
@Tag("slow")
class ConsumerProjectTest {

  private static final List<String> MODULES =
      List.of("engine", "stages/audio", "connectors/scripted", "connectors/files");
  private static final List<String> POMS = List.of(".", "bom", "stages", "connectors");
  private static final Pattern ARTIFACT =
      Pattern.compile("<artifactId>(parley[\\w-]*)</artifactId>");
  private static final Pattern VERSION = Pattern.compile("<version>([\\w.-]*SNAPSHOT)</version>");

  @TempDir private Path folder = Path.of("");

  @Test
  void aProjectOfSomebodyElsesBuildsAndHoldsACall() throws IOException, InterruptedException {
    String version = version();
    for (String pom : POMS) {
      publish(House.root().resolve(pom), version, /* withJar= */ false);
    }
    for (String module : MODULES) {
      publish(House.root().resolve(module), version, /* withJar= */ true);
    }
    Path project = folder.resolve("project");
    Path sources = Files.createDirectories(project.resolve("src/main/java/consumer"));
    Files.writeString(project.resolve("pom.xml"), pom(version));
    Files.copy(
        House.root().resolve("docs/src/test/resources/consumer/Consumer.java.txt"),
        sources.resolve("Consumer.java"));

    Path log = folder.resolve("log");
    ProcessBuilder maven =
        new ProcessBuilder(
                "mvn", "-B", "-o", "-q", "-Daether.offline.protocols=file", "compile", "exec:java")
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process run = maven.start();
    run.getOutputStream().close();
    assertThat(run.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(log)).contains("1 turn, 1 reply");
    assertThat(run.exitValue()).isZero();
  }

  private void publish(Path module, String version, boolean withJar) throws IOException {
    Path pom = module.resolve("pom.xml");
    String artifact = artifactOf(Files.readString(pom));
    Path place =
        Files.createDirectories(
            folder.resolve("repository/dev/parley").resolve(artifact).resolve(version));
    Files.copy(pom, place.resolve(artifact + "-" + version + ".pom"));
    if (withJar) {
      String jar = artifact + "-" + version + ".jar";
      Path made = module.resolve("target").resolve(jar);
      assumeThat(made).as("packaged before the tests of this module run").exists();
      Files.copy(made, place.resolve(jar));
    }
  }

  /** The module's own artifact: the first that is not its parent. */
  private static String artifactOf(String pom) {
    String own = pom.replaceAll("(?s)<parent>.*?</parent>", "");
    Matcher found = ARTIFACT.matcher(own);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String version() throws IOException {
    Matcher found = VERSION.matcher(Files.readString(House.root().resolve("pom.xml")));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private String pom(String version) throws IOException {
    return Files.readString(House.root().resolve("docs/src/test/resources/consumer/pom.xml.txt"))
        .replace("@version@", version)
        .replace("@repository@", folder.resolve("repository").toUri().toString());
  }
}
