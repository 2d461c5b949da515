package dev.parley.schema.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.schema.spoken.words.Confusion;
import dev.parley.schema.spoken.words.NumberWords;
import dev.parley.schema.spoken.words.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SpokenPropertiesTest {

  private static final SpokenTools CENSUS = Census.tools();
  private static final List<String> VOCABULARY =
      List.copyOf(CENSUS.expected(new Focus.Anything()).pronunciations().keySet());

  private static final List<Integer> PLACES = List.of(0, 2, 3, 4, 5, 7, 8, 9);
  private static final SpokenTools ORDERS =
      Census.tool(
          "order_status",
          "order",
          "{'type':'string','description':'order code',"
              + "'pattern':'^[A-Z]-[0-9]{3}[A-Z]-[0-9][A-Z][0-9]$'}");

  @Property(tries = 100)
  void spokenCode_isReadExactly(@ForAll long seed) {
    Random random = new Random(seed);
    String code = code(random);

    Draft draft = read(spoken(code, random), new Focus.Anything());

    assertThat(draft.tool()).isEqualTo("order_status");
    assertThat(CENSUS.arguments(draft)).isEqualTo("{\"order\":\"%s\"}".formatted(code));
    assertThat(CENSUS.problems(draft)).isEmpty();
  }

  @Property(tries = 100)
  void characterThatIsNamedByItsPlace_isTheOnlyOneThatChanges(@ForAll long seed) {
    Random random = new Random(seed);
    String code = code(random);
    String other = code(random);
    int at = PLACES.get(random.nextInt(PLACES.size()));
    int place = (int) code.substring(0, at + 1).chars().filter(Character::isLetterOrDigit).count();
    Draft draft = read(spoken(code, random), new Focus.Anything());
    String wanted = code.substring(0, at) + other.charAt(at) + code.substring(at + 1);
    if (wanted.equals(code)) {
      return;
    }

    Draft better =
        read(
            "no the %s one is %s"
                .formatted(NumberWords.ordinal(place), Spelling.names(other.charAt(at)).getFirst()),
            new Focus.Confirmation(draft));

    assertThat(CENSUS.arguments(better)).isEqualTo("{\"order\":\"%s\"}".formatted(wanted));
  }

  @Property(tries = 200)
  void codeInWhichOneCharacterWasConfused_isRightWhenItIsSaidAgain(@ForAll long seed) {
    Random random = new Random(seed);
    String code = code(random);
    int at = PLACES.get(random.nextInt(PLACES.size()));
    List<Character> alike =
        Confusion.alike(code.charAt(at)).stream()
            .filter(other -> Character.isDigit(other) == Character.isDigit(code.charAt(at)))
            .toList();
    if (alike.isEmpty()) {
      return;
    }
    char other = Character.toUpperCase(alike.get(random.nextInt(alike.size())));
    String wrong = code.substring(0, at) + other + code.substring(at + 1);
    Draft draft = read(spoken(wrong, random), new Focus.Anything());
    String before = random.nextBoolean() ? "no " : random.nextBoolean() ? "order " : "";

    Draft better = read(before + spoken(code, random), new Focus.Confirmation(draft));

    assertThat(CENSUS.arguments(better)).isEqualTo("{\"order\":\"%s\"}".formatted(code));
  }

  @Property(tries = 200)
  void codeThatIsSaidAgain_changesOnlyWhereItWasHeardOtherwiseOrLeastCertain(@ForAll long seed) {
    Random random = new Random(seed);
    String first = code(random);
    String again = random.nextBoolean() ? first : mixed(first, code(random), random);
    Heard before = heard(first, random);
    Heard after = heard(again, random);
    Draft draft = draft(CENSUS.read(List.of(before), new Focus.Anything()));

    Draft better = draft(CENSUS.read(List.of(after), new Focus.Confirmation(draft)));

    String text = CENSUS.arguments(better).replaceAll(".*:\"|\".*", "");
    assertThat(text).matches("[A-Z]-[0-9]{3}[A-Z]-[0-9][A-Z][0-9]").isNotEqualTo(first);
    List<Integer> changed =
        PLACES.stream().filter(at -> text.charAt(at) != first.charAt(at)).toList();
    if (again.equals(first)) {
      assertThat(changed).hasSize(1);
    } else {
      assertThat(changed).allMatch(at -> again.charAt(at) != first.charAt(at));
    }
    assertThat(changed)
        .allMatch(
            at ->
                text.charAt(at) == again.charAt(at)
                    || Confusion.cost(text.charAt(at), first.charAt(at)) < 1
                    || Confusion.cost(text.charAt(at), again.charAt(at)) < 1);
  }

  @Property(tries = 100)
  void codeWithoutOneCharacter_isAskedForAndNeverMadeUp(@ForAll long seed) {
    Random random = new Random(seed);
    String code = code(random);
    int at = PLACES.get(random.nextInt(PLACES.size()));
    Heard heard = Heard.typed(dashed(code.substring(0, at) + code.substring(at + 1)));

    for (Focus focus :
        List.of(
            new Focus.Anything(),
            new Focus.Argument(new Draft("order_status", Map.of()), "order"))) {
      Draft draft = draft(ORDERS.read(List.of(heard), focus));
      assertThat(ORDERS.missing(draft)).containsExactly("order");
      assertThat(draft.fragment("order")).isPresent();
    }
  }

  private static String mixed(String one, String other, Random random) {
    StringBuilder mixed = new StringBuilder(one);
    PLACES.stream()
        .filter(at -> random.nextInt(4) == 0)
        .forEach(at -> mixed.setCharAt(at, other.charAt(at)));
    return mixed.toString();
  }

  private static Heard heard(String code, Random random) {
    return new Heard(
        List.of(dashed(code).split(" ", -1)).stream()
            .map(word -> new Heard.Word(word, 0.3 + 0.7 * random.nextDouble()))
            .toList(),
        random.nextDouble());
  }

  private static String dashed(String code) {
    return code.toLowerCase(Locale.ROOT)
        .chars()
        .mapToObj(c -> Spelling.names((char) c).getFirst())
        .collect(Collectors.joining(" "));
  }

  private static Draft draft(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Request.class);
    return ((Reading.Request) reading).draft();
  }

  @Property(tries = 300)
  void anythingSaid_isRead_andWhatLacksNothingIsValid(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(9); i >= 0; i--) {
      words.add(VOCABULARY.get(random.nextInt(VOCABULARY.size())));
    }
    check(Heard.typed(String.join(" ", words)), random);
  }

  @Property(tries = 200)
  void anythingTyped_isReadWithoutAnException(@ForAll String text) {
    check(Heard.typed(text), new Random(text.hashCode()));
  }

  private static void check(Heard heard, Random random) {
    Draft draft =
        new Draft(
            "order_status",
            Map.of("order", new Draft.Value("\"R-620A-9C2\"", "R", 1, /* isCode= */ true)));
    List<Focus> all =
        List.of(
            new Focus.Anything(),
            new Focus.Argument(new Draft("order_status", Map.of()), "order"),
            new Focus.Confirmation(draft));
    Focus focus = all.get(random.nextInt(all.size()));

    Reading reading = CENSUS.read(List.of(heard), focus);
    CENSUS.isUnfinished(heard, focus);

    if (reading instanceof Reading.Request request && CENSUS.missing(request.draft()).isEmpty()) {
      assertThat(CENSUS.problems(request.draft())).isEmpty();
    }
  }

  private static Draft read(String said, Focus focus) {
    return draft(CENSUS.read(List.of(Heard.typed(said)), focus));
  }

  private static String code(Random random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < "A-999A-9A9".length(); i++) {
      char kind = "A-999A-9A9".charAt(i);
      code.append(
          switch (kind) {
            case 'A' -> (char) ('A' + random.nextInt(26));
            case '9' -> (char) ('0' + random.nextInt(10));
            default -> kind;
          });
    }
    return code.toString();
  }

  private static String spoken(String code, Random random) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < code.toLowerCase(Locale.ROOT).length(); i++) {
      char c = code.toLowerCase(Locale.ROOT).charAt(i);
      List<String> names = Spelling.names(c);
      if (c != '-' || random.nextBoolean()) {
        words.add(names.get(random.nextInt(names.size())));
      }
    }
    return String.join(" ", words);
  }
}
