package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response is created, streams items that stream parts, each begun and done once and properly
 * nested, and is done once with what was streamed. One at a time writes into the conversation;
 * those out of band leave no trace in it. A cancelled one tells whose doing it was.
 */
final class ResponseRule implements Rule {

  private final Map<String, ResponseRun> runs = new HashMap<>();
  private @Nullable String conversation;
  private int cancels;
  private boolean spoke;

  @Override
  public void client(JsonNode event) {
    if (Rule.type(event).equals("response.cancel")) {
      cancels++;
    }
  }

  @Override
  public void server(JsonNode event, Complaints complaints) {
    String type = Rule.type(event);
    switch (type) {
      case "response.created" -> created(event.path("response"), complaints);
      case "response.done" -> done(event.path("response"), complaints);
      case "conversation.item.added" -> inConversation(event, complaints);
      case "conversation.item.done" ->
          find(Rule.text(event.path("item"), "id"))
              .ifPresent(i -> i.doneInConversation(event.path("item"), complaints));
      case "conversation.item.truncated" ->
          find(Rule.text(event, "item_id")).ifPresent(ItemRun::truncated);
      case "input_audio_buffer.speech_started" -> spoke = true;
      default -> {
        if (type.startsWith("response.")) {
          ResponseRun run = runs.get(Rule.text(event, "response_id"));
          if (run == null) {
            complaints.add("no response %s was created".formatted(event.path("response_id")));
          } else {
            run.streams(type, event, complaints);
          }
        }
      }
    }
  }

  private void created(JsonNode response, Complaints complaints) {
    String id = Rule.text(response, "id");
    complaints.unless(!runs.containsKey(id), "response %s was created before", id);
    ResponseRun run = new ResponseRun(response, complaints);
    if (run.isInBand()) {
      complaints.unless(
          runs.values().stream().allMatch(other -> other.isDone() || !other.isInBand()),
          "another response is active in the conversation");
      String now = Rule.text(response, "conversation_id");
      complaints.unless(
          conversation == null || conversation.equals(now), "there is one conversation only");
      conversation = now;
    }
    runs.put(id, run);
  }

  private void done(JsonNode response, Complaints complaints) {
    ResponseRun run = runs.get(Rule.text(response, "id"));
    if (run == null) {
      complaints.add("no response %s was created".formatted(response.path("id")));
      return;
    }
    switch (response.at("/status_details/reason").asText()) {
      case "client_cancelled" ->
          complaints.unless(cancels-- > 0, "the client has not cancelled anything");
      case "turn_detected" -> {
        complaints.unless(spoke, "the caller has not begun to speak");
        complaints.unless(run.isInBand(), "the caller interrupts nothing out of band");
      }
      default -> {}
    }
    run.close(response, complaints);
  }

  private void inConversation(JsonNode event, Complaints complaints) {
    String id = Rule.text(event.path("item"), "id");
    find(id).ifPresent(ItemRun::addedToConversation);
    complaints.unless(
        runs.values().stream().allMatch(run -> run.isInBand() || run.item(id).isEmpty()),
        "%s is out of band and no item of the conversation",
        id);
  }

  private Optional<ItemRun> find(String id) {
    return runs.values().stream().flatMap(run -> run.item(id).stream()).findFirst();
  }
}
