package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Place;
import dev.parley.wire.item.Content;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.item.ItemStatus;
import dev.parley.wire.item.Role;
import dev.parley.wire.item.WireItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ItemListTest {

  private final ItemList list = new ItemList();

  private static WireItem item(String id) {
    return new WireItem(
        id,
        ItemStatus.COMPLETED,
        new ItemBody.Message(Role.USER, List.of(new Content.InputText(id))));
  }

  private Optional<String> add(String id, Place place) {
    return list.add(item(id), place);
  }

  @Test
  void add_tellsThePredecessor() {
    assertThat(add("a", new Place.Last())).isEmpty();
    assertThat(add("b", new Place.Last())).contains("a");
    assertThat(add("c", new Place.First())).isEmpty();
    assertThat(add("d", new Place.After("a"))).contains("a");
    assertThat(list.all()).extracting(WireItem::id).containsExactly("c", "a", "d", "b");
    assertThat(list.last()).contains("b");
    assertThat(list.previous("a")).contains("c");
    assertThat(list.previous("c")).isEmpty();
    assertThat(list.previous("nobody")).isEmpty();
  }

  @Test
  void remove_closesTheGap() {
    add("a", new Place.Last());
    add("b", new Place.Last());
    add("c", new Place.Last());
    assertThat(list.remove("b")).isTrue();
    assertThat(list.remove("b")).isFalse();
    assertThat(list.previous("c")).contains("a");
    assertThat(list.size()).isEqualTo(2);
    assertThat(list.has("b")).isFalse();
  }

  @Test
  void change_keepsThePlace_andNeedsTheItem() {
    add("a", new Place.Last());
    add("b", new Place.Last());
    list.change("a", old -> old.withStatus(ItemStatus.INCOMPLETE));
    list.change("nobody", old -> item("x"));
    assertThat(list.get("a").orElseThrow().status()).isEqualTo(ItemStatus.INCOMPLETE);
    assertThat(list.all()).hasSize(2);
  }

  @Property
  void list_isTheSameAsAPlainOne(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 999) Integer> acts) {
    ItemList any = new ItemList();
    List<String> plain = new ArrayList<>();
    int made = 0;
    for (int act : acts) {
      String id = "item" + made;
      String some = plain.isEmpty() ? "" : plain.get(act % plain.size());
      switch (act % 4) {
        case 0 -> {
          any.add(item(id), new Place.First());
          plain.addFirst("item" + made++);
        }
        case 1 -> {
          any.remove(some);
          plain.remove(some);
        }
        case 2 -> {
          if (!some.isEmpty()) {
            any.add(item(id), new Place.After(some));
            plain.add(plain.indexOf(some) + 1, "item" + made++);
          }
        }
        default -> {
          any.add(item(id), new Place.Last());
          plain.add("item" + made++);
        }
      }
      assertThat(any.all()).extracting(WireItem::id).isEqualTo(plain);
      for (int i = 0; i < plain.size(); i++) {
        assertThat(any.previous(plain.get(i)))
            .isEqualTo(i == 0 ? Optional.empty() : Optional.of(plain.get(i - 1)));
      }
    }
  }
}
