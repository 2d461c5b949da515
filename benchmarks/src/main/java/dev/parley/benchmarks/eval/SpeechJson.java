package dev.parley.benchmarks.eval;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Writes what was understood as JSON. A rate of nothing is null. */
final class SpeechJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SpeechJson() {}

  /** One object for each effort, by its name. */
  static ObjectNode codes(CodesReport report) {
    ObjectNode codes = JSON.objectNode();
    for (CodesReport.Step step : report.steps()) {
      ObjectNode node = codes.putObject(name(step.effort()));
      put(node, "exact", step.exact().rate());
      put(node, "exact_low", step.exact().low());
      put(node, "exact_high", step.exact().high());
      put(node, "wer", step.errors().rate());
      put(node, "accepted_precision", step.accepted().rate());
      put(node, "accepted_precision_low", step.accepted().low());
      put(node, "accepted_precision_high", step.accepted().high());
      node.put("accepted", step.accepted().of());
      node.put("n", step.exact().of());
      put(node, "cpu_per_second", step.cpuPerSecond());
    }
    return codes;
  }

  /** Steps of effort against each other, by {@code "low-high"}. */
  static ObjectNode pairs(CodesReport report) {
    ObjectNode pairs = JSON.objectNode();
    for (CodesReport.Pair pair : report.pairs()) {
      ObjectNode node = pairs.putObject(name(pair.from()) + "-" + name(pair.to()));
      node.put("gained", pair.exact().gained());
      node.put("lost", pair.exact().lost());
      put(node, "p", pair.exact().p());
    }
    return pairs;
  }

  /** One object for each voice, with one for each effort. */
  static ObjectNode readback(ReadbackReport report) {
    ObjectNode readback = JSON.objectNode();
    for (ReadbackReport.Row row : report.rows()) {
      ObjectNode node = readback.withObjectProperty(row.voice()).putObject(name(row.effort()));
      put(node, "right", row.right().rate());
      row.after().forEach((remedy, share) -> put(node, "right_after_" + remedy, share.rate()));
      node.put("called", row.called().of());
      node.put("called_right", row.called().hits());
      node.put("asked", row.asked());
      node.put("not_understood", row.notUnderstood());
      node.put("n", row.right().of());
    }
    return readback;
  }

  /** One object for each language, by its code. */
  static ObjectNode dictation(DictationReport report) {
    ObjectNode dictation = JSON.objectNode();
    report
        .languages()
        .forEach(
            (language, found) -> {
              ObjectNode node = dictation.putObject(language);
              put(node, "wer", found.errors().rate());
              node.put("n", found.recordings());
              node.put("words", found.errors().words());
              node.put("recognised", found.isRecognised());
            });
    return dictation;
  }

  private static String name(Enum<?> effort) {
    return effort.name().toLowerCase(Locale.ROOT);
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      node.put(name, Math.round(value * 1e4) / 1e4);
    }
  }
}
