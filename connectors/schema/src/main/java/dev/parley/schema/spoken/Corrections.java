package dev.parley.schema.spoken;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.schema.ToolSchema;
import dev.parley.schema.check.JsonText;
import dev.parley.schema.spoken.slot.CodeRepair;
import dev.parley.schema.spoken.slot.Codes;
import dev.parley.schema.spoken.words.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a draft right that was read back: "no, the second one is B". */
final class Corrections {

  /** The draft with the least change that the words ask for; nothing if they ask for none. */
  Optional<Draft> read(Tool tool, Draft draft, List<Heard> alternatives) {
    for (Heard heard : alternatives) {
      List<String> words = Requests.words(heard);
      for (Argument argument : tool.arguments()) {
        Optional<Draft.Value> old = draft.value(argument.name()).filter(Draft.Value::isCode);
        if (old.isPresent() && argument.slot().orElse(null) instanceof Codes codes) {
          String code = JsonText.read(old.get().json(), ToolSchema.LONGEST_ARGUMENTS).asText();
          Optional<CodeRepair.Repaired> better = new CodeRepair(codes, code).read(words);
          if (better.isPresent()) {
            String text = better.get().text();
            Draft.Value value =
                new Draft.Value(
                    TextNode.valueOf(text).toString(),
                    Spelling.readBack(text),
                    Math.clamp(better.get().fit() * heard.confidence(), 0, 1),
                    true);
            return Optional.of(Drafts.with(tool, draft.values(), Map.of(argument.name(), value)));
          }
        }
      }
    }
    return Optional.empty();
  }
}
