package dev.parley.speech.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.ToolChoice;
import dev.parley.schema.spoken.Heard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Whatever happens, in whatever order. */
class AgentPropertiesTest {

  private static final List<String> LINES =
      List.of(
          "pay amount=50 payee=bob",
          "pay amount=50 payee=bob",
          "pay",
          "pay amount=5@0.3",
          "pay@0.2 amount=1 payee=al",
          "more amount=9",
          "more payee=tom",
          "more code=B7",
          "more minutes=bad",
          "order",
          "order code=R6@0.7",
          "order code=R6@0.99",
          "order code=bad",
          "timer minutes=5",
          "timer minutes=5@0.1",
          "timer minutes=3 name=bad",
          "ping",
          "ping@0.1",
          "yes",
          "yes",
          "yes",
          "yes",
          "yes@0.3",
          "no",
          "no@0.2",
          "help",
          "repeat",
          "cancel",
          "nothing");
  private static final List<String> OUTPUTS =
      List.of("", "ok", "{\"a\":1}", "{\"error\":\"x\"}", "{\"a", "[]", "null", "\u0000");
  private static final List<ToolChoice> CHOICES =
      List.of(
          new ToolChoice.Auto(),
          new ToolChoice.Auto(),
          new ToolChoice.None(),
          new ToolChoice.Required(),
          new ToolChoice.Named("pay"),
          new ToolChoice.Named("gone"));

  /** Watches an agent from outside: what the caller could know when a call was made. */
  private static final class Run {

    private final Random random;
    private final Agent agent;
    private final List<String> open = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

    /** Arguments in words that the caller heard in the last question. */
    private String heardQuestion = "";

    private String lastSay = "";
    private final Set<String> agreedTo = new HashSet<>();
    private AgentBrief brief = Talk.brief("", new ToolChoice.Auto());
    private final List<Act.Call> handedOut = new ArrayList<>();
    private int calls;
    private int payments;

    Run(long seed) {
      random = new Random(seed);
      agent = new Agent(AgentSettings.defaults(), brief);
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    void step() {
      switch (random.nextInt(12)) {
        case 0 -> hear(one(LINES));
        case 1, 2, 3, 4, 5, 6 -> {
          hear(one(LINES));
          answer();
        }
        case 7 -> answer();
        case 8 -> result();
        case 9 -> cut();
        case 10 -> configure();
        default -> agent.told(one(List.of("say: tea", "", "rain", "say:")));
      }
      assertThat(agent.focus()).isNotNull();
    }

    private void hear(String line) {
      log.add("hear " + line);
      if (line.equals("yes") && !heardQuestion.isEmpty()) {
        agreedTo.clear();
        agreedTo.add(heardQuestion);
      }
      if (List.of("no", "cancel").contains(line)) {
        agreedTo.clear();
      }
      if (!List.of("help", "repeat").contains(line)) {
        heardQuestion = ""; // it was answered, is another, or has to be put again
      }
      agent.heard(line.equals("nothing") ? List.of() : List.of(Heard.typed(line)));
    }

    private void answer() {
      makeCalls();
      List<Act> acts = agent.answer();
      log.add("answer " + acts);
      assertThat(acts).as("%s", log).isNotEmpty();
      lastSay = "";
      for (Act act : acts) {
        switch (act) {
          case Act.Say(String text) -> {
            assertThat(text).isNotBlank();
            lastSay = text;
          }
          case Act.Call call -> called(call);
        }
      }
      heardQuestion = lastSay.endsWith("?") ? lastSay : "";
    }

    private void called(Act.Call call) {
      assertThat(call.arguments()).as("%s", log).doesNotContain("bad").startsWith("{");
      assertThat(brief.allows(call.tool())).as("%s", log).isTrue();
      if (call.tool().equals("pay")) {
        String values = call.arguments().replaceAll("[{}\":]", " ").replaceAll("\\s+", " ");
        String[] pairs = values.strip().split(" , ", -1);
        boolean isAgreed =
            agreedTo.stream()
                .anyMatch(
                    question -> {
                      for (String pair : pairs) {
                        if (!told(question).contains(told(pair))) {
                          return false;
                        }
                      }
                      return question.endsWith("Shall I do that?")
                          || question.endsWith("Shall I do it again?");
                    });
        assertThat(isAgreed).as("%s %s", call.arguments(), log).isTrue();
        agreedTo.clear(); // one yes, one call
        payments++;
      }
      handedOut.add(call);
    }

    /** Codes are read back in single letters. */
    private static String told(String words) {
      return words.replace(", ", "").toLowerCase(Locale.ROOT);
    }

    private void makeCalls() {
      for (Act.Call call : handedOut) {
        String id = "c" + ++calls;
        open.add(id);
        agent.called(call.tool(), id);
      }
      handedOut.clear();
    }

    private void result() {
      makeCalls();
      String id = open.isEmpty() || random.nextInt(5) == 0 ? "x" + random.nextInt(3) : one(open);
      log.add("result " + id);
      agent.result(id, one(OUTPUTS));
    }

    private void cut() {
      if (random.nextBoolean()) {
        makeCalls();
      }
      int letters = random.nextInt(lastSay.length() + 2);
      log.add("cut " + letters + " of " + lastSay.length());
      handedOut.clear();
      agent.cut(letters);
      if (letters < lastSay.length()) {
        heardQuestion = "";
        agreedTo.clear();
      }
    }

    private void configure() {
      List<String> names =
          random.nextBoolean() ? FakeTools.NAMES : List.of("pay", one(FakeTools.NAMES));
      brief =
          new AgentBrief(
              one(List.of("", "say when pay: {a}", "say before pay: wait", "calm")),
              new FakeTools(names, random.nextInt(4) == 0),
              names.stream().distinct().toList(),
              one(CHOICES));
      log.add("configure " + names + brief.choice());
      agent.configure(brief);
    }
  }

  @Property(tries = 5_000)
  void anyEvents_giveAnAnswer_validCalls_andNoPaymentWithoutAYes(@ForAll long seed) {
    Run run = new Run(seed);
    for (int i = 0; i < 60; i++) {
      run.step();
    }
    Statistics.label("pays").collect(run.payments > 0);
    Statistics.label("pays").coverage(it -> it.check(true).percentage(share -> share > 20));
  }

  @Property(tries = 200)
  void sameEvents_giveTheSameReplies(@ForAll long seed) {
    assertThat(replies(seed)).isEqualTo(replies(seed));
  }

  private static List<List<Act>> replies(long seed) {
    Random random = new Random(seed);
    Talk talk = new Talk("");
    List<List<Act>> replies = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      talk.agent.heard(List.of(Heard.typed(LINES.get(random.nextInt(LINES.size())))));
      replies.add(talk.agent.answer());
    }
    return replies;
  }
}
