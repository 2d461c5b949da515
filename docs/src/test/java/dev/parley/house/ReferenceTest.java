package dev.parley.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.engine.door.Door;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Voice;
import dev.parley.engine.stage.Stage;
import dev.parley.engine.stage.Tap;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/reference.md} is made from the code. With {@code -Dparley.docs.update=true} it is
 * written anew; otherwise a stale one fails the build.
 */
class ReferenceTest {

  private static final String HEAD =
      """
      # What there is

      Made from the code by `mvn -pl docs -am verify -Dparley.docs.update=true`; do not edit.
      """;

  private final JavaClasses code =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.parley");

  @Test
  void theReferenceIsUpToDate() throws IOException {
    String made =
        HEAD
            + stages()
            + implementors("Doors", "Where callers come in.", Door.class)
            + implementors("Models", "Who listens and answers.", Backend.class)
            + implementors("Voices", "Who speaks text.", Voice.class)
            + implementors(
                "Speech detectors", "Who tells speech from noise.", SpeechDetectors.class)
            + implementors("Taps", "Who looks on.", Tap.class)
            + settings();
    Path page = House.root().resolve("docs/reference.md");
    if (Boolean.getBoolean("parley.docs.update")) {
      Files.writeString(page, made);
    }
    assertThat(page).hasContent(made);
  }

  private String stages() throws IOException {
    StringBuilder table =
        new StringBuilder(
            "\n## Stages\n\nRooms that audio passes.\n\n| stage | side | what |\n|---|---|---|\n");
    for (JavaClass type : types()) {
      for (Method method : factories(type.reflect())) {
        String side =
            ((ParameterizedType) method.getGenericReturnType())
                .getActualTypeArguments()[0].getTypeName();
        table.append(
            "| `%s.%s(%s)` | %s | %s |\n"
                .formatted(
                    type.getSimpleName(),
                    method.getName(),
                    Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ")),
                    side.endsWith("Inbound") ? "caller's" : "reply's",
                    SourceDoc.of(type.reflect()).firstSentence()));
      }
    }
    return table.toString();
  }

  private static List<Method> factories(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(m -> Modifier.isStatic(m.getModifiers()) && m.getReturnType() == Stage.class)
        .filter(m -> m.getGenericReturnType() instanceof ParameterizedType)
        .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString))
        .toList();
  }

  private String implementors(String title, String what, Class<?> port) throws IOException {
    StringBuilder table =
        new StringBuilder(
            "\n## %s\n\n%s They implement `%s`.\n\n| type | what |\n|---|---|\n"
                .formatted(title, what, port.getSimpleName()));
    for (JavaClass type : types()) {
      if (type.isAssignableTo(port) && !type.isInterface()) {
        table.append(
            "| `%s` | %s |\n"
                .formatted(type.getSimpleName(), SourceDoc.of(type.reflect()).firstSentence()));
      }
    }
    return table.toString();
  }

  private String settings() throws IOException {
    StringBuilder tables = new StringBuilder("\n## Settings\n");
    for (JavaClass type : types()) {
      if (type.isRecord() && type.getSimpleName().matches(".*(Settings|Policy)")) {
        Class<?> settings = type.reflect();
        SourceDoc doc = SourceDoc.of(settings);
        tables.append(
            "\n### `%s`\n\n%s\n\n| setting | type | what |\n|---|---|---|\n"
                .formatted(type.getSimpleName(), doc.firstSentence()));
        for (RecordComponent component : settings.getRecordComponents()) {
          tables.append(
              "| `%s` | %s | %s |\n"
                  .formatted(
                      component.getName(),
                      component.getType().getSimpleName(),
                      doc.parameter(component.getName())));
        }
      }
    }
    return tables.toString();
  }

  /** Public types that users build with: not the program, the kit and the benchmarks. */
  private List<JavaClass> types() {
    Stream<JavaClass> all =
        code.stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> type.isTopLevelClass())
            .filter(
                type ->
                    !type.getPackageName().matches("dev\\.parley\\.(app|testkit|benchmarks).*"));
    return all.sorted(Comparator.comparing(JavaClass::getSimpleName)).toList();
  }
}
