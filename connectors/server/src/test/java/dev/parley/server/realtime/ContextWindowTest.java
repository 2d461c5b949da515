package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.realtime.TokenCount.Tokens;
import dev.parley.wire.item.Content;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.item.ItemStatus;
import dev.parley.wire.item.Role;
import dev.parley.wire.item.WireItem;
import dev.parley.wire.session.Truncation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ContextWindowTest {

  private static WireItem item(String id, int tokens) {
    return new WireItem(
        id,
        ItemStatus.COMPLETED,
        new ItemBody.Message(Role.USER, List.of(new Content.InputText("x".repeat(4 * tokens)))));
  }

  private static final List<WireItem> FOUR =
      List.of(item("a", 10), item("b", 10), item("c", 10), item("d", 10));

  private static List<String> trim(
      ContextWindow window, List<WireItem> items, long fixed, Truncation how) {
    return window.trim(items, fixed, how, (id, content) -> 0).stream().map(WireItem::id).toList();
  }

  @Test
  void whatFits_stays() {
    assertThat(trim(new ContextWindow(40), FOUR, 0, Truncation.Mode.AUTO)).isEmpty();
  }

  @Test
  void whatIsTooMuch_goesOldestFirst_andDoesNotComeBack() {
    ContextWindow window = new ContextWindow(25);
    assertThat(trim(window, FOUR, 0, Truncation.Mode.AUTO)).containsExactly("a", "b");
    assertThat(window.within(FOUR)).extracting(WireItem::id).containsExactly("c", "d");
    assertThat(trim(window, FOUR, 0, Truncation.Mode.AUTO)).isEmpty();
    window.forget("a");
    assertThat(window.within(FOUR)).extracting(WireItem::id).containsExactly("a", "c", "d");
  }

  @Test
  void disabled_leavesOutNothing_andTellsThatItIsTooMuch() {
    ContextWindow window = new ContextWindow(25);
    assertThat(trim(window, FOUR, 0, Truncation.Mode.DISABLED)).isEmpty();
    assertThat(window.isExceededBy(new Tokens(26, 0, 0), Truncation.Mode.DISABLED)).isTrue();
    assertThat(window.isExceededBy(new Tokens(20, 5, 0), Truncation.Mode.DISABLED)).isFalse();
    assertThat(window.isExceededBy(new Tokens(26, 0, 0), Truncation.Mode.AUTO)).isFalse();
  }

  @Test
  void lastItem_staysEvenIfItAloneIsTooMuch() {
    ContextWindow window = new ContextWindow(5);
    assertThat(trim(window, FOUR, 100, Truncation.Mode.AUTO)).containsExactly("a", "b", "c");
    assertThat(trim(window, List.of(), 100, Truncation.Mode.AUTO)).isEmpty();
  }

  @Test
  void postInstructions_isALimitOfItsOwn() {
    Truncation how = new Truncation.RetentionRatio(1, OptionalInt.of(30));
    assertThat(trim(new ContextWindow(1_000), FOUR, 500, how)).containsExactly("a");
  }

  @Property
  void afterwards_itFitsOrOnlyTheLastIsLeft(
      @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 40) Integer> sizes,
      @ForAll @IntRange(min = 0, max = 50) int fixed,
      @ForAll @IntRange(min = 1, max = 200) int capacity,
      @ForAll @DoubleRange(min = 0, max = 1) double ratio) {
    List<WireItem> items = new ArrayList<>();
    for (int size : sizes) {
      items.add(item("item" + items.size(), size));
    }
    ContextWindow window = new ContextWindow(capacity);
    long before = fixed + TokenCount.of(items, (id, content) -> 0).all();
    window.trim(
        items,
        fixed,
        new Truncation.RetentionRatio(ratio, OptionalInt.empty()),
        (id, content) -> 0);
    List<WireItem> left = window.within(items);
    long after = fixed + TokenCount.of(left, (id, content) -> 0).all();
    if (before <= capacity) {
      assertThat(left).isEqualTo(items);
    } else {
      assertThat(after <= (long) (capacity * ratio) || left.size() <= 1).isTrue();
    }
    assertThat(left)
        .as("the newest")
        .isEqualTo(items.subList(items.size() - left.size(), items.size()));
  }
}
