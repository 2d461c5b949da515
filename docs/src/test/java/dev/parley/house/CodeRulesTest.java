package dev.parley.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.parley.engine.frame.Frame;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.GraphStageWithMaterializedValue;

/** How code is written here. */
@AnalyzeClasses(packages = "dev.parley", importOptions = ImportOption.DoNotIncludeTests.class)
class CodeRulesTest {

  @ArchTest
  static final ArchRule stagesAreFinal =
      classes()
          .that()
          .areAssignableTo(GraphStageWithMaterializedValue.class)
          .should()
          .haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule stagesHoldNoState =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .areAssignableTo(GraphStageWithMaterializedValue.class)
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule stagesKeepTheirStateInANamedLogic =
      classes()
          .that()
          .areAssignableTo(GraphStageLogic.class)
          .should()
          .haveSimpleName("Logic")
          .andShould()
          .bePrivate()
          .andShould()
          .haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule noMutableStatics = noFields().that().areStatic().should().notBeFinal();

  @ArchTest
  static final ArchRule framesAreRecords =
      classes().that().areAssignableTo(Frame.class).and().areNotInterfaces().should().beRecords();

  /** The only clock is {@code MediaClock}; benchmarks measure, so they may read others. */
  @ArchTest
  static final ArchRule timeIsInjected =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.parley.engine.time..", "dev.parley.benchmarks..")
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now");

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", java.time.Duration.class);

  /** These operators of Pekko read the system's clock themselves, and are deaf to virtual time. */
  @ArchTest
  static final ArchRule noOperatorsWithAClockOfTheirOwn =
      methods()
          .should(
              new ArchCondition<>("not call throttle, tick, delay or initialDelay") {
                @Override
                public void check(
                    com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                  method.getMethodCallsFromSelf().stream()
                      .filter(
                          call ->
                              call.getTargetOwner()
                                  .getPackageName()
                                  .startsWith("org.apache.pekko.stream.javadsl"))
                      .filter(
                          call ->
                              call.getName().matches("throttle|tick|delay|delayWith|initialDelay"))
                      .forEach(
                          call ->
                              events.add(
                                  SimpleConditionEvent.violated(method, call.getDescription())));
                }
              });

  /** Only the program, the virtual world and the benchmarks may wait for anything. */
  @ArchTest
  static final ArchRule nobodyWaits =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.parley.app..",
              "dev.parley.benchmarks..",
              "dev.parley.testkit..",
              "dev.parley.engine.time..")
          .should()
          .callMethod(Future.class, "get")
          .orShould()
          .callMethod(CompletableFuture.class, "get")
          .orShould()
          .callMethod(CompletableFuture.class, "join");

  /**
   * Other threads are reached through {@code Offload} alone, or virtual time would be blind to
   * them.
   */
  @ArchTest
  static final ArchRule nobodyLeavesTheThread =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.parley.app..", "dev.parley.benchmarks..", "dev.parley.engine.time..")
          .should()
          .callMethod(CompletableFuture.class, "supplyAsync", java.util.function.Supplier.class)
          .orShould()
          .callMethod(CompletableFuture.class, "runAsync", Runnable.class);

  @ArchTest
  static final ArchRule packagesHaveMaps =
      classes()
          .that()
          .resideOutsideOfPackage("..jmh_generated..")
          .should(
              new ArchCondition<>("reside in a package with a package-info that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  boolean marked =
                      type.getPackage()
                          .tryGetPackageInfo()
                          .map(
                              info ->
                                  info.isAnnotatedWith(org.jspecify.annotations.NullMarked.class))
                          .orElse(false);
                  events.add(
                      new SimpleConditionEvent(
                          type, marked, type.getPackageName() + " has no @NullMarked map"));
                }
              });
}
