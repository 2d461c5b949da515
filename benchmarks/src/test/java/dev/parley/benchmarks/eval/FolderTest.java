package dev.parley.benchmarks.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

  private final Path path;

  FolderTest(@TempDir Path path) {
    this.path = path;
  }

  @Test
  void faultyLines_costOneSentenceEach_andTheRestIsRead() throws IOException {
    Folder folder =
        Folder.read(
            new SyntheticFolder(path)
                .add("good", "utterance", 1, new Region(0.2, 0.8))
                .line("{\"id\": \"cut off")
                .line("[1, 2]")
                .line("{\"id\": \"nameless\", \"kind\": \"utterance\"}")
                .line("{\"id\": \"gone\", \"file\": \"gone.wav\", \"kind\": \"utterance\"}")
                .line("{\"id\": \"odd\", \"file\": \"good.wav\", \"kind\": \"opera\"}")
                .line(labelled("back", "[[2, 1]]"))
                .line(labelled("words", "[[\"a\", \"b\"]]"))
                .line(labelled("good", "[]"))
                .line("")
                .write());
    assertThat(folder.recordings()).extracting(Recording::id).containsExactly("good");
    assertThat(folder.problems())
        .containsExactly(
            "manifest.jsonl, line 2 is not a JSON object",
            "manifest.jsonl, line 3: a line is a JSON object, got ARRAY",
            "manifest.jsonl, line 4: \"file\" is missing",
            "gone: the file gone.wav is missing, so it is not scored",
            "manifest.jsonl, line 7: a region is [start, end] with 0 <= start < end, got [2.0,"
                + " 1.0]",
            "manifest.jsonl, line 8: \"speech\" is a list of [start, end] in seconds, got"
                + " [\"a\",\"b\"]",
            "manifest.jsonl, line 9: \"good\" is there already",
            "kind \"opera\" is unknown, so 1 of the files is not scored");
  }

  @Test
  void regionsThatOverlap_areJoined() throws IOException {
    SyntheticFolder made = new SyntheticFolder(path).add("a", "noise", 1);
    made.line(labelled("mix", "[[0.5, 0.8], [0, 0.3], [0.2, 0.4], [0.8, 0.9]]"));
    assertThat(Folder.read(made.write()).recordings().get(1).speechOf(0))
        .containsExactly(new Region(0, 0.4), new Region(0.5, 0.9));
  }

  @Test
  void noManifest_isOneSentence() {
    assertThatThrownBy(() -> Folder.read(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(path + " has no manifest.jsonl that can be read: name a folder of recordings");
  }

  @Test
  void channelsAndMixes_areScoredByTheirLabels() throws IOException {
    SyntheticFolder made = new SyntheticFolder(path).add("a", "noise", 1);
    made.line(
        """
        {"id": "call", "file": "a.wav", "kind": "call", "speech": [[0, 1]],
         "speech_by_channel": {"0": [[0, 0.5]], "1": [[0.4, 1]]},
         "turns": [{"start": 0.4, "end": 1, "channel": 1, "type": "barge-in"}]}\
        """
            .replace("\n", ""));
    made.line(labelled("mix", "[[0, 1]], \"snr_db\": 5").replace("utterance", "mix"));
    made.line("{\"id\": \"crowd\", \"file\": \"a.wav\", \"kind\": \"noise\"}");
    List<Recording> all = Folder.read(made.write()).recordings();
    assertThat(all.get(0).role(0)).contains(Recording.Role.QUIET);
    assertThat(all.get(1).speech().get(1)).containsExactly(new Region(0.4, 1));
    assertThat(all.get(1).turns()).containsExactly(new Turn(1, new Region(0.4, 1), true));
    assertThat(all.get(1).role(2)).isEqualTo(Optional.empty());
    assertThat(all.get(2).role(0)).contains(Recording.Role.ALONE);
    assertThat(all.get(2).group()).isEqualTo("mix 5 dB");
    assertThat(all.get(3).role(0)).contains(Recording.Role.BABBLE);
  }

  private static String labelled(String id, String speech) {
    return "{\"id\": \"%s\", \"file\": \"good.wav\", \"kind\": \"utterance\", \"speech\": %s}"
        .formatted(id, speech)
        .replace("good.wav", id.equals("mix") ? "a.wav" : "good.wav");
  }
}
