package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conversation is a linked list: {@code previous_item_id} always names the item in front, and
 * is null only for the first. An item is added, then done, both once; what has been committed is
 * added next. Items are put elsewhere than at the end, taken out, cut or shown only when the client
 * asks.
 */
final class ConversationRule implements Rule {

  private final List<String> items = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private final List<JsonNode> inserts = new ArrayList<>();
  private final List<JsonNode> requests = new ArrayList<>();
  private @Nullable String committed;

  @Override
  public void client(JsonNode event) {
    switch (Rule.type(event)) {
      case "conversation.item.create" -> inserts.add(event);
      case "conversation.item.retrieve", "conversation.item.delete", "conversation.item.truncate" ->
          requests.add(event);
      default -> {}
    }
  }

  @Override
  public void server(JsonNode event, Complaints complaints) {
    switch (Rule.type(event)) {
      case "input_audio_buffer.committed" -> committed(event, complaints);
      case "conversation.item.added" -> added(event, complaints);
      case "conversation.item.done" -> done(event, complaints);
      case "conversation.item.retrieved" ->
          answer("retrieve", Rule.text(event.path("item"), "id"), event, complaints);
      case "conversation.item.deleted" -> {
        String id = Rule.text(event, "item_id");
        answer("delete", id, event, complaints);
        items.remove(id);
        open.remove(id);
      }
      case "conversation.item.truncated" ->
          answer("truncate", Rule.text(event, "item_id"), event, complaints);
      default -> {}
    }
  }

  private void committed(JsonNode event, Complaints complaints) {
    complaints.unless(
        committed == null,
        "item %s is committed and must be added before the next",
        name(committed));
    committed = Rule.text(event, "item_id");
    complaints.unless(!items.contains(committed), "item %s was committed before", committed);
    complaints.unless(
        name(previous(event)).equals(name(last())),
        "previous_item_id must be %s, the last item",
        name(last()));
  }

  private void added(JsonNode event, Complaints complaints) {
    String id = Rule.text(event.path("item"), "id");
    String previous = previous(event);
    complaints.unless(!items.contains(id), "item %s was added before", id);
    complaints.unless(
        committed == null || committed.equals(id),
        "%s is committed: it must be added next",
        name(committed));
    committed = null;
    int at = previous == null ? 0 : items.indexOf(previous) + 1;
    complaints.unless(previous == null || at > 0, "previous_item_id %s is no item", name(previous));
    boolean asked = asked(id, event, complaints);
    complaints.unless(
        asked || at == items.size(),
        "previous_item_id must be %s, the last item: nobody asked to insert",
        name(last()));
    items.add(Math.max(0, at), id);
    open.add(id);
  }

  /** Takes the client's wish that this item fulfils, and says whether it told a place. */
  private boolean asked(String id, JsonNode event, Complaints complaints) {
    for (JsonNode wish : inserts) {
      String wished = Rule.text(wish.path("item"), "id");
      String place = Rule.text(wish, "previous_item_id");
      boolean here = place.equals(previous(event) == null ? "root" : previous(event));
      boolean mine = wished.equals(id);
      if (mine || (wished.isEmpty() && here && !place.isEmpty())) {
        inserts.remove(wish);
        complaints.unless(
            place.isEmpty() || here, "the client wanted item %s behind %s", id, place);
        return !place.isEmpty();
      }
    }
    return false;
  }

  private void done(JsonNode event, Complaints complaints) {
    String id = Rule.text(event.path("item"), "id");
    complaints.unless(items.contains(id), "item %s is done, but was never added", id);
    complaints.unless(open.remove(id) || !items.contains(id), "item %s was done before", id);
    int at = items.indexOf(id);
    String previous = at > 0 ? items.get(at - 1) : null;
    complaints.unless(
        at < 0 || name(previous).equals(name(previous(event))),
        "previous_item_id of %s must be %s",
        id,
        name(previous));
  }

  private void answer(String verb, String id, JsonNode event, Complaints complaints) {
    complaints.unless(items.contains(id), "%s is no item of the conversation", id);
    boolean asked =
        requests.removeIf(
            request ->
                Rule.type(request).endsWith(verb)
                    && Rule.text(request, "item_id").equals(id)
                    && (!verb.equals("truncate")
                        || (request.path("audio_end_ms").equals(event.path("audio_end_ms"))
                            && request.path("content_index").equals(event.path("content_index")))));
    complaints.unless(asked, "the client asked for no such %s", verb);
  }

  private static @Nullable String previous(JsonNode event) {
    return event.path("previous_item_id").isTextual() ? Rule.text(event, "previous_item_id") : null;
  }

  private @Nullable String last() {
    return items.isEmpty() ? null : items.getLast();
  }

  private static String name(@Nullable String id) {
    return id == null ? "null" : id;
  }
}
