package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;

/** One content part of a response's message, while it is streamed. */
final class PartRun {

  private final boolean audio;
  private final StringBuilder words = new StringBuilder();
  private boolean wordsDone;
  private boolean soundDone;
  private boolean done;

  /**
   * @param kind as in {@code part.type}: audio or text
   */
  PartRun(String kind) {
    audio = kind.equals("audio");
  }

  boolean isDone() {
    return done;
  }

  String words() {
    return words.toString();
  }

  /** As the item's content calls it. */
  String contentType() {
    return audio ? "output_audio" : "output_text";
  }

  /** As the item's content calls its words. */
  String field() {
    return audio ? "transcript" : "text";
  }

  void delta(String type, JsonNode event, Complaints complaints) {
    String delta = Rule.text(event, "delta");
    belongs(type, complaints);
    if (type.equals("response.output_audio.delta")) {
      complaints.unless(!soundDone, "audio may not come behind output_audio.done");
      complaints.unless(isBase64(delta), "the audio is not base64");
    } else {
      complaints.unless(!wordsDone, "words may not come behind their done");
      words.append(delta);
    }
  }

  void done(String type, JsonNode event, Complaints complaints) {
    belongs(type, complaints);
    if (type.equals("response.output_audio.done")) {
      complaints.unless(!soundDone, "the audio was done before");
      soundDone = true;
      return;
    }
    complaints.unless(!wordsDone, "the words were done before");
    complaints.unless(
        Rule.text(event, field()).contentEquals(words), "%s is not what the deltas make", field());
    wordsDone = true;
  }

  void close(JsonNode part, Complaints complaints) {
    complaints.unless(!done, "the part was done before");
    complaints.unless(
        Rule.text(part, "type").equals(audio ? "audio" : "text"), "the part changed its type");
    complaints.unless(wordsDone, "the part's words are not done");
    complaints.unless(soundDone || !audio, "the part's audio is not done");
    complaints.unless(
        Rule.text(part, field()).contentEquals(words), "%s is not what was streamed", field());
    done = true;
  }

  private void belongs(String type, Complaints complaints) {
    complaints.unless(!done, "nothing of a part may come behind its done");
    complaints.unless(
        audio == type.startsWith("response.output_audio"), "this does not belong into such a part");
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
