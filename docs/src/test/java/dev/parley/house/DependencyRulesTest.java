package dev.parley.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "dev.parley", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyRulesTest {

  private static final String[] PURE = {
    "dev.parley.engine.frame..",
    "dev.parley.engine.dsp..",
    "dev.parley.engine.turn..",
    "dev.parley.engine.conversation..",
    "dev.parley.engine.tool.."
  };

  /** The core can be read, tested and trusted without any library. */
  @ArchTest
  static final ArchRule pureCoreNeedsTheJdkOnly =
      classes()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(PURE)
                  .or(resideInAnyPackage("java..", "org.jspecify.annotations..")));

  @ArchTest
  static final ArchRule engineKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage("dev.parley.engine..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.parley..")
                  .and(
                      com.tngtech.archunit.base.DescribedPredicate.not(
                          resideInAPackage("dev.parley.engine.."))));

  @ArchTest
  static final ArchRule stagesDoNotKnowTheDoors =
      noClasses()
          .that()
          .resideInAnyPackage("dev.parley.audio..", "dev.parley.silero..", "dev.parley.webrtcvad..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.parley.scripted..",
              "dev.parley.files..",
              "dev.parley.speech..",
              "dev.parley.wire..",
              "dev.parley.schema..",
              "dev.parley.sockets..",
              "dev.parley.prometheus..",
              "dev.parley.server..",
              "dev.parley.twilio..",
              "dev.parley.playground..",
              "dev.parley.recorder..",
              "dev.parley.app..",
              "dev.parley.benchmarks..");

  @ArchTest
  static final ArchRule detectorsDoNotKnowOneAnother =
      slices().matching("dev.parley.(silero|webrtcvad)..").should().notDependOnEachOther();

  /**
   * What a connector may share with others stands in {@code wire}, {@code schema}, {@code sockets}.
   */
  @ArchTest
  static final ArchRule connectorsDoNotKnowOneAnother =
      slices()
          .matching(
              "dev.parley.(scripted|files|speech|prometheus|server|twilio|playground|recorder)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule whatConnectorsShareStandsAlone =
      slices().matching("dev.parley.(wire|schema|sockets)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule whatConnectorsShareKnowsNoConnector =
      noClasses()
          .that()
          .resideInAnyPackage("dev.parley.wire..", "dev.parley.schema..", "dev.parley.sockets..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.parley.scripted..",
              "dev.parley.files..",
              "dev.parley.speech..",
              "dev.parley.prometheus..",
              "dev.parley.server..",
              "dev.parley.twilio..",
              "dev.parley.playground..",
              "dev.parley.recorder..");

  @ArchTest
  static final ArchRule wireAndSchemaNeedNoEngine =
      noClasses()
          .that()
          .resideInAnyPackage("dev.parley.wire..", "dev.parley.schema..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.parley.engine..", "org.apache.pekko..");

  @ArchTest
  static final ArchRule nobodyKnowsTheProgram =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.parley.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.parley.app..");

  @ArchTest
  static final ArchRule engineHasNoCycles =
      slices().matching("dev.parley.engine.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule audioHasNoCycles =
      slices().matching("dev.parley.audio.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule jacksonStaysWithTheFiles =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.parley.wire..",
              "dev.parley.schema..",
              "dev.parley.server.http..",
              "dev.parley.server.limit..",
              "dev.parley.twilio.messages..",
              "dev.parley.recorder.format..",
              "dev.parley.speech.agent..",
              "dev.parley.speech.asr.vosk..",
              "dev.parley.app..",
              "dev.parley.benchmarks..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule nettyStaysAtTheSockets =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.parley.sockets..", "dev.parley.benchmarks..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..");

  @ArchTest
  static final ArchRule pekkoHttpStaysAtTheDoor =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.parley.sockets..",
              "dev.parley.server..",
              "dev.parley.twilio..",
              "dev.parley.playground..",
              "dev.parley.app.serve..",
              "dev.parley.app.phone..",
              "dev.parley.benchmarks..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.pekko.http..");

  @ArchTest
  static final ArchRule prometheusStaysInItsModule =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.parley.prometheus..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.prometheus..");

  @ArchTest
  static final ArchRule wireHasNoCycles =
      slices().matching("dev.parley.wire.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule serverHasNoCycles =
      slices().matching("dev.parley.server.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule twilioHasNoCycles =
      slices().matching("dev.parley.twilio.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule recorderHasNoCycles =
      slices().matching("dev.parley.recorder.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onnxStaysInSilero =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.parley.silero..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..");

  /** Only the stage itself and the voice on its other thread know streams. */
  @ArchTest
  static final ArchRule scriptsDecideWithoutStreams =
      noClasses()
          .that()
          .resideInAPackage("dev.parley.engine.script..")
          .and()
          .haveNameNotMatching(".*\\.(SpeakingStage|PhraseJob)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.pekko..");

  @ArchTest
  static final ArchRule spokenToolsHaveNoCycles =
      slices().matching("dev.parley.schema.spoken.(*)..").should().beFreeOfCycles();

  /** They meet in {@code cascade}. */
  @ArchTest
  static final ArchRule hearingDecidingAndSpeakingDoNotKnowOneAnother =
      slices()
          .matching("dev.parley.speech.(asr|agent|say|voice)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule recognisersDoNotKnowOneAnother =
      slices().matching("dev.parley.speech.asr.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule agentIsPure =
      classes()
          .that()
          .resideInAPackage("dev.parley.speech.agent..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations..",
              "com.fasterxml.jackson.databind..",
              "dev.parley.engine.conversation..",
              "dev.parley.schema..",
              "dev.parley.speech.agent..");

  @ArchTest
  static final ArchRule agentReadsJsonInOnePlace =
      noClasses()
          .that()
          .resideInAPackage("dev.parley.speech.agent..")
          .and()
          .doNotHaveSimpleName("Json")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule sayingNeedsTheJdkOnly =
      classes()
          .that()
          .resideInAPackage("dev.parley.speech.say..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify.annotations..", "dev.parley.speech.say..");

  @ArchTest
  static final ArchRule pocketSphinxStaysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.parley.speech.asr.pocketsphinx..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.jna..");

  @ArchTest
  static final ArchRule sphinx4StaysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.parley.speech.asr.sphinx4..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("edu.cmu.sphinx..");

  @ArchTest
  static final ArchRule voskStaysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.parley.speech.asr.vosk..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.vosk..");

  @ArchTest
  static final ArchRule whisperStaysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.parley.speech.asr.whisper..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.givimad.whisperjni..");

  @ArchTest
  static final ArchRule freeTtsStaysInSpeech =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.parley.speech..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.speech..");
}
