package dev.parley.benchmarks.eval;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.benchmarks.eval.VadReport.Group;

/** Writes a result as JSON. Delays are in milliseconds; one that nothing showed is null. */
final class EvalJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private EvalJson() {}

  static ObjectNode of(EvalResult result) {
    ObjectNode root = JSON.objectNode();
    result.vad().ifPresent(vad -> root.set("vad", vad(vad)));
    result.calls().ifPresent(calls -> root.set("calls", calls(calls)));
    result.phone().ifPresent(calls -> root.set("phone", calls(calls)));
    ObjectNode parts = root.putObject("parts");
    parts.put("vad", result.detector()).put("voice", result.voice());
    result
        .codes()
        .ifPresent(
            codes -> {
              root.set("codes", SpeechJson.codes(codes));
              root.set("codes_pairs", SpeechJson.pairs(codes));
              parts.put("recogniser", codes.recogniser());
            });
    result
        .dictation()
        .ifPresent(
            dictation -> {
              root.set("dictation", SpeechJson.dictation(dictation));
              parts.put("recogniser", dictation.recogniser());
            });
    result
        .readback()
        .ifPresent(
            readback -> {
              root.set("readback", SpeechJson.readback(readback));
              parts.put("recogniser", readback.recogniser());
            });
    result.problems().forEach(root.putArray("problems")::add);
    return root;
  }

  private static ObjectNode vad(VadReport report) {
    ObjectNode vad = group(report.pooled());
    vad.set("offset_ms", delays(report.endings(), 50, 90));
    vad.put("false_starts", report.quiet().starts());
    vad.put("noise_minutes", rounded(report.quiet().minutes()));
    vad.put("babble_starts", report.babble().starts());
    vad.put("babble_minutes", rounded(report.babble().minutes()));
    vad.put("cpu_ms_per_second", rounded(report.cpuMillisPerSecond()));
    report
        .falseStarts()
        .forEach(
            start ->
                vad.withArrayProperty("false_starts_at")
                    .addObject()
                    .put("id", start.recording())
                    .put("second", rounded(start.second())));
    ObjectNode byKind = vad.putObject("by_kind");
    report.groups().forEach(group -> byKind.set(group.name(), group(group)));
    return vad;
  }

  private static ObjectNode group(Group group) {
    ObjectNode node = JSON.objectNode();
    node.put("recordings", group.recordings());
    node.put("seconds", rounded(group.seconds()));
    node.put("precision", rounded(group.frames().precision()));
    node.put("recall", rounded(group.frames().recall()));
    node.put("f1", rounded(group.frames().f1()));
    node.put("causal_f1", rounded(group.causal().f1()));
    node.set("onset_ms", delays(group.onsets(), 50, 90));
    return node;
  }

  private static ObjectNode calls(CallReport report) {
    ObjectNode calls = bargeIns(report.made());
    calls.put("negatives", report.negatives().calls());
    calls.put("false", report.negatives().cut());
    calls.put("babble_calls", report.babble().calls());
    calls.put("babble_cut", report.babble().cut());
    calls.put("stale_frames", report.staleFrames());
    calls.put("heard_error_samples_max", report.heardErrorSamplesMax());
    calls.put("clock", "virtual");
    calls.set("recorded", bargeIns(report.recorded()));
    return calls;
  }

  private static ObjectNode bargeIns(CallReport.BargeIns some) {
    ObjectNode node = JSON.objectNode();
    node.put("barge_ins", some.calls());
    node.put("cut", some.cuts().count());
    node.put("missed", some.cuts().missed());
    node.put("over", some.over());
    node.put("early", some.early());
    ObjectNode millis = delays(some.cuts(), 50, 95);
    put(millis, "max", some.cuts().percentile(100));
    node.set("cut_ms", millis);
    return node;
  }

  private static ObjectNode delays(Delays delays, int... percents) {
    ObjectNode node = JSON.objectNode();
    for (int percent : percents) {
      put(node, "p" + percent, delays.percentile(percent));
    }
    node.put("n", delays.count());
    return node.put("missed", delays.missed());
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      node.put(name, rounded(value));
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
