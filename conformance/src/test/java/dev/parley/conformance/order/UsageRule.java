package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Numbers add up: what a response used, and what is left of the limits. */
final class UsageRule implements Rule {

  @Override
  public void server(JsonNode event, Complaints complaints) {
    switch (Rule.type(event)) {
      case "response.done" -> usage(event.at("/response/usage"), complaints);
      case "rate_limits.updated" -> limits(event.path("rate_limits"), complaints);
      default -> {}
    }
  }

  private static void usage(JsonNode usage, Complaints complaints) {
    if (!usage.isObject()) {
      return; // whether it must be there is for ResponseRule to say
    }
    JsonNode in = usage.path("input_token_details");
    JsonNode out = usage.path("output_token_details");
    JsonNode cached = in.path("cached_tokens_details");
    adds(complaints, "total_tokens", usage, sum(usage, "input_tokens", "output_tokens"));
    adds(complaints, "input_tokens", usage, sum(in, "text_tokens", "audio_tokens", "image_tokens"));
    adds(complaints, "output_tokens", usage, sum(out, "text_tokens", "audio_tokens"));
    adds(
        complaints,
        "cached_tokens",
        in,
        sum(cached, "text_tokens", "audio_tokens", "image_tokens"));
    complaints.unless(
        in.path("cached_tokens").asLong() <= usage.path("input_tokens").asLong(),
        "cached_tokens are part of the input_tokens");
  }

  private static void adds(Complaints complaints, String field, JsonNode of, long sum) {
    complaints.unless(
        of.path(field).asLong() == sum,
        "%s is %s, but its parts make %d",
        field,
        of.path(field),
        sum);
  }

  private static long sum(JsonNode of, String... fields) {
    long sum = 0;
    for (String field : fields) {
      sum += of.path(field).asLong();
    }
    return sum;
  }

  private static void limits(JsonNode limits, Complaints complaints) {
    Set<String> names = new HashSet<>();
    for (JsonNode limit : limits) {
      String name = Rule.text(limit, "name");
      complaints.unless(
          name.equals("requests") || name.equals("tokens"), "there is no limit \"%s\"", name);
      complaints.unless(names.add(name), "the limit %s is told twice", name);
      complaints.unless(
          limit.path("remaining").asLong() <= limit.path("limit").asLong(),
          "more of %s remains than there is",
          name);
    }
  }
}
